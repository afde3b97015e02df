// A book of the tests' own: seats that belong to the shop, not to a show, and that every hold takes while it has its units.
import { sql } from 'kysely'
import type { Offered } from '../../domain/adjusting.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import { giveBack, pay, take, unpay } from '../../domain/pool.ts'
import type { Pool } from '../../domain/pool.ts'
import type { SharedClock } from '../../kit/clock.ts'
import type { Database, Job } from '../../database/database.ts'
import type { WorkingSet, Draft, Moved } from '../workingSet.ts'
import { lockById, unique } from '../books/book.ts'
import type { Book, Opening, Reader } from '../books/book.ts'
import { BOOKS } from '../books/books.ts'
import { checkPool } from '../books/pools.ts'
import type { DatabasePlace } from './testShop.ts'
import { inputsOf } from '../requests.ts'

export interface Seat extends Pool {
  readonly id: string
  /** Moves of holds, each once. */
  readonly moves: number
}

/** Taken by every hold that names no others in its link, such as `red,blue`. */
const EVERYBODY = 'everybody'
/** A hold with this link has three more events at each move. */
export const LOUD = 'loud'
const LOUD_EVENTS = 3
/** Whoever comes by this link pays 1900 for a unit, and 7 less for the whole. */
export const MEMBER = 'member'
const STOCK = {
  [EVERYBODY]: 1_000_000,
  [LOUD]: 1_000_000,
  [MEMBER]: 1_000_000,
  red: 1_000_000,
  blue: 1_000_000,
  few: 2,
}

const seatsOf = ({ via }: { readonly via: string | null }) => via?.split(',') ?? [EVERYBODY]
const isSeated = (state: HoldRecord['state'] | null) =>
  state === 'held' || state === 'paying' || state === 'authorised' || state === 'paid'

const SEATS: Book = {
  name: 'seats',
  rank: 500,
  locks: 'test_seats',
  events: LOUD_EVENTS,
  async open(reader, opening) {
    const rows = await lockSeats(reader, opening)
    const seats = new Map(rows.map((seat) => [seat.id, seat]))
    return {
      adjust: (_set, draft) => offerTo(draft),
      moved: (set, moved) => moveSeats(seats, set, moved),
      save: (to) => saveSeats(to, [...seats.values()]),
    }
  },
  check: checkSeats,
}

export const BOOKS_AND_SEATS: readonly Book[] = [SEATS, ...BOOKS]

function offerTo({ via, lines }: Draft): Partial<Offered> {
  if (via !== MEMBER) return {}
  const prices = lines.map(
    ({ offerId }) => ({ offerId, kind: 'tier_price', ref: 'tier', unitPriceMinor: 1900 }) as const,
  )
  return { prices, coupons: [{ ref: 'welcome', offerIds: null, fromMinor: 0, off: { minor: 7 } }] }
}

async function lockSeats({ db, words }: Reader, { requests, rows }: Opening): Promise<Seat[]> {
  const ids = unique([...inputsOf(requests, 'place'), ...rows.holds, ...rows.waits].flatMap(seatsOf))
  const seats = db.withTables<{ test_seats: Seat }>().selectFrom('test_seats').selectAll()
  return lockById(words, seats.where(words.isOneOf('id', ids)), 'id').execute()
}

/** Throws where none is left: a hook has no way to refuse, so that the request fails, alone. */
function moveSeats(seats: Map<string, Seat>, set: WorkingSet, { hold, from, to }: Moved): void {
  for (const id of seatsOf(hold)) {
    const seat = seats.get(id)
    if (!seat) throw new Error(`seat ${id} was not locked with the batch`)
    seats.set(id, { ...moveSeat(seat, from, to), moves: seat.moves + 1 })
  }
  if (hold.via !== LOUD) return
  for (let nth = 0; nth < LOUD_EVENTS; nth++) {
    set.record(hold.showId, { actor: 'clock', type: 'crowd:met', payload: { about: 'seats' } })
  }
}

function moveSeat(seat: Seat, from: Moved['from'], to: Moved['to']): Seat {
  const unpaid = from === 'paid' ? unpay(seat, 1) : seat
  const settled = isSeated(from) === isSeated(to) ? unpaid : isSeated(to) ? take(unpaid, 1) : giveBack(unpaid, 1)
  return to === 'paid' ? pay(settled, 1) : settled
}

async function saveSeats({ db }: Reader, seats: readonly Seat[]): Promise<void> {
  for (const { id, free, taken, paid, moves } of seats) {
    await sql`update test_seats set free = ${free}, taken = ${taken}, paid = ${paid}, moves = ${moves}
      where id = ${id}`.execute(db)
  }
}

async function checkSeats({ db }: Reader) {
  const seats = (await sql<Seat>`select * from test_seats`.execute(db)).rows
  const holds = await db.selectFrom('holds').select(['via', 'state']).execute()
  return seats.flatMap((seat) => {
    const here = holds.filter((hold) => seatsOf(hold).includes(seat.id))
    const taken_by_holds = here.filter(({ state }) => isSeated(state)).length
    const paid_by_holds = here.filter(({ state }) => state === 'paid').length
    return checkPool({ pool: `seat ${seat.id}`, ...seat, taken_by_holds, paid_by_holds })
  })
}

export const makeSeats: Job<null, null> = {
  name: 'test.makeSeats',
  kind: 'write',
  async work(db) {
    await sql`create table if not exists test_seats (id text primary key, allotted bigint not null, free bigint not null,
      taken bigint not null, paid bigint not null, moves bigint not null)`.execute(db)
    for (const [id, units] of Object.entries(STOCK)) {
      await sql`insert into test_seats values (${id}, ${units}, ${units}, 0, 0, 0) on conflict do nothing`.execute(db)
    }
    return null
  },
}

export const readSeats: Job<null, Seat[]> = {
  name: 'test.readSeats',
  kind: 'read',
  work: async (db) => (await sql<Seat>`select * from test_seats`.execute(db)).rows,
}

/** The same place with the seats' table in it, and its ledger with their book. */
export function withSeats(place: DatabasePlace, open = place.open): DatabasePlace {
  return {
    drop: place.drop,
    books: BOOKS_AND_SEATS,
    async open(clock: SharedClock): Promise<Database> {
      const database = await open(clock)
      await database.run(makeSeats, null)
      return database
    },
  }
}
