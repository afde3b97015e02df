// What I1 and I2 say of pools, whichever book they are in.
import { sql } from 'kysely'
import type { Drift } from '../ledger.ts'
import type { Reader } from './book.ts'

/** A pool's own counters beside what its holds come to. */
interface PoolSums {
  readonly pool: string
  readonly allotted: number
  readonly free: number
  readonly taken: number
  readonly paid: number
  readonly taken_by_holds: number
  readonly paid_by_holds: number
}

/** Where a book's pools are, and what of a hold's line says that it draws from one of them. */
export interface PoolTable {
  readonly name: string
  readonly table: 'offers' | 'flash_sales'
  readonly pool: 'offer_id' | 'sale_id'
  readonly takes: 'takes' | 'takes_sale'
}

export async function checkPools({ db, words }: Reader, { name, table, pool, takes }: PoolTable): Promise<Drift[]> {
  const units = sql`${sql.ref(takes)} * quantity`
  const query = sql<PoolSums>`
    select ${sql.lit(`${name} `)} || p.id as pool, p.allotted, p.free, p.taken, p.paid,
      coalesce(l.taken, 0) as taken_by_holds, coalesce(l.paid, 0) as paid_by_holds
    from ${sql.table(table)} p left join (
      select ${sql.ref(pool)} as pool_id, sum(${units}) as taken,
        sum(case when hold_state = 'paid' then ${units} else 0 end) as paid
      from ${words.heldLines} where ${sql.ref(pool)} is not null group by ${sql.ref(pool)}) l on l.pool_id = p.id`
  return (await query.execute(db)).rows.flatMap(checkPool)
}

export function checkPool(sums: PoolSums): Drift[] {
  const { pool, allotted, free, taken, paid } = sums
  const drift: Drift[] = []
  const differ = (invariant: Drift['invariant'], units: number, what: string) => {
    if (units !== 0) drift.push({ invariant, units, what: `${pool}: ${what}` })
  }
  differ('I1', free + taken - allotted, `free ${free} + taken ${taken} is not allotted ${allotted}`)
  differ('I1', taken - sums.taken_by_holds, `taken is ${taken}, its holds take ${sums.taken_by_holds}`)
  differ('I2', Math.max(0, paid - allotted), `paid ${paid} is more than allotted ${allotted}`)
  differ('I1', paid - sums.paid_by_holds, `paid is ${paid}, its paid holds come to ${sums.paid_by_holds}`)
  return drift
}
