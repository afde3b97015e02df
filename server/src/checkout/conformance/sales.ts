// The till of a stand-in: what a shop would charge, and the orders it has taken.

export interface Till<Order> {
  /** The number of the new order. */
  add(make: (no: number) => Order): Order
  replaceLast(change: (order: Order) => Order): Order
  all(): readonly Order[]
}

export function createTill<Order>(): Till<Order> {
  const orders: Order[] = []
  return {
    add(make) {
      const order = make(5_940_139_491_000 + orders.length)
      orders.push(order)
      return order
    },
    replaceLast(change) {
      const last = orders.pop()
      if (last === undefined) throw new Error('no order yet')
      orders.push(change(last))
      return orders.at(-1) ?? last
    },
    all: () => orders,
  }
}

export interface Line {
  readonly id: string
  readonly quantity: number
}

export function sumOf(
  lines: readonly Line[],
  goods: readonly { externalId: string; shopPriceMinor: number }[],
): number {
  return lines.reduce((sum, { id, quantity }) => {
    const good = goods.find(({ externalId }) => externalId === id)
    if (good === undefined) throw new Error(`${id} is not sold here`)
    return sum + quantity * good.shopPriceMinor
  }, 0)
}
