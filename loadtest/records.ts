// Reads the server's database from outside, as an auditor would: nothing here comes through the server's own code.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export interface PoolRecord {
  readonly id: string
  readonly allotted: number
  readonly free: number
  readonly taken: number
  readonly paid: number
  /** The same two sums, counted anew from the lines of the holds. */
  readonly takenByHolds: number
  readonly paidByHolds: number
}

export interface Records {
  readonly pools: readonly PoolRecord[]
  /** Hold id to state. */
  readonly holds: ReadonlyMap<string, string>
  /** Hold id to the shop's order numbers. */
  readonly orders: ReadonlyMap<string, readonly string[]>
}

const POOLS = `
  with l as (
    select state, json_extract(value, '$.offerId') as offer_id, json_extract(value, '$.saleId') as sale_id,
      json_extract(value, '$.quantity') as quantity, json_extract(value, '$.takes') as takes,
      json_extract(value, '$.takesSale') as takes_sale
    from holds, json_each(holds.lines))
  select p.id, p.allotted, p.free, p.taken, p.paid,
    coalesce(sum(case when l.takes = 1 then l.quantity end), 0) as takenByHolds,
    coalesce(sum(case when l.takes = 1 and l.state = 'paid' then l.quantity end), 0) as paidByHolds
  from offers p left join l on l.offer_id = p.id group by p.id
  union all
  select p.id, p.allotted, p.free, p.taken, p.paid,
    coalesce(sum(case when l.takes_sale = 1 then l.quantity end), 0),
    coalesce(sum(case when l.takes_sale = 1 and l.state = 'paid' then l.quantity end), 0)
  from flash_sales p left join l on l.sale_id = p.id group by p.id`

/** Throws when there is no database in the folder. */
export function readRecords(dataDir: string): Records {
  const name = readdirSync(dataDir).find((file) => /\.(db|sqlite)$/.test(file))
  if (name === undefined) throw new Error(`no database in ${dataDir}`)
  const database = new DatabaseSync(join(dataDir, name), { readOnly: true })
  const all = (sql: string) => database.prepare(sql).all()
  const count = (value: unknown) => Number(value)
  const pools = all(POOLS).map((row) => ({
    id: String(row['id']),
    allotted: count(row['allotted']),
    free: count(row['free']),
    taken: count(row['taken']),
    paid: count(row['paid']),
    takenByHolds: count(row['takenByHolds']),
    paidByHolds: count(row['paidByHolds']),
  }))
  const holds = new Map(all('select id, state from holds').map((row) => [String(row['id']), String(row['state'])]))
  const orders = new Map<string, string[]>()
  for (const row of all('select hold_id, order_id from orders')) {
    const known = orders.get(String(row['hold_id'])) ?? []
    orders.set(String(row['hold_id']), [...known, String(row['order_id'])])
  }
  database.close()
  return { pools, holds, orders }
}
