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

/** Money that went back, by the order's number. */
export interface Cashbox {
  pay(no: number, minor: number): void
  of(no: number): number
  all(): readonly number[]
}

export function createCashbox(): Cashbox {
  const paid: { readonly no: number; readonly minor: number }[] = []
  return {
    pay: (no, minor) => void paid.push({ no, minor }),
    of: (no) => paid.filter((one) => one.no === no).reduce((sum, { minor }) => sum + minor, 0),
    all: () => paid.map(({ minor }) => minor),
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
