// Which rows a batch needs, found before they are locked: the pools of a hold's lines and of a place in line never change.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { SqlWords } from '../store/database.ts'
import { toLines } from '../store/records.ts'
import type { Schema } from '../store/schema.ts'
import { inputsOf } from './requests.ts'
import type { LedgerRequest } from './requests.ts'

export interface Reader {
  readonly db: Kysely<Schema>
  readonly words: SqlWords
}

export interface Needs {
  readonly showIds: readonly string[]
  readonly offerIds: readonly string[]
  readonly saleIds: readonly string[]
  /** Shows whose offers are all needed. */
  readonly wholeShowIds: readonly string[]
  /** Shows whose lines close. */
  readonly closingShowIds: readonly string[]
  readonly holdIds: readonly string[]
  /** Who asks for units: what they have counts. */
  readonly viewerIds: readonly string[]
  /** Who may stand in line. */
  readonly waiterIds: readonly string[]
  /** Addresses, hashed, of those who ask. */
  readonly sources: readonly string[]
  /** Those of them whose viewers may be without history, and of holds that change: what is held behind them counts. */
  readonly crowds: readonly string[]
  /** Whether the batch may free units for those in line. */
  readonly mayFree: boolean
}

export async function findNeeds(
  reader: Reader,
  requests: readonly LedgerRequest[],
  dueIds: readonly string[],
): Promise<Needs> {
  const asking = [...inputsOf(requests, 'place'), ...inputsOf(requests, 'joinWaitlist')]
  const changes = inputsOf(requests, 'change')
  const sales = [...inputsOf(requests, 'startSale'), ...inputsOf(requests, 'stopSale')]
  const movingIds = findMovingIds(requests, dueIds)
  const found = await findByRows(reader, requests, movingIds)
  const ends = inputsOf(requests, 'endShow')
  const offers = [...inputsOf(requests, 'changeOffer'), ...inputsOf(requests, 'joinWaitlist')]
  const leaving = inputsOf(requests, 'leaveWaitlist')
  const presences = inputsOf(requests, 'setPresence')
  const named = [
    ...asking,
    ...sales,
    ...ends,
    ...offers,
    ...leaving,
    ...presences,
    ...inputsOf(requests, 'settleOrder'),
  ]
  return {
    showIds: unique([...named.map((input) => input.showId), ...found.map((row) => row.show_id)]),
    offerIds: unique([
      ...inputsOf(requests, 'place').flatMap((place) => place.lines.map((line) => line.offerId)),
      ...[...offers, ...leaving].map((input) => input.offerId),
      ...found.flatMap((row) => row.offer_id ?? []),
    ]),
    saleIds: unique([...found.flatMap((row) => row.sale_id ?? []), ...sales.map((input) => input.saleId)]),
    wholeShowIds: unique([...inputsOf(requests, 'startSale'), ...ends].map((input) => input.showId)),
    closingShowIds: unique(ends.map((input) => input.showId)),
    holdIds: unique([...inputsOf(requests, 'place').map((place) => place.holdId), ...movingIds]),
    viewerIds: unique([...asking, ...changes].map((input) => input.viewerId)),
    waiterIds: unique([...asking, ...leaving, ...presences].map((input) => input.viewerId)),
    sources: unique(asking.flatMap((input) => input.source ?? [])),
    crowds: unique([
      ...asking.flatMap((input) => (input.issuedAt === undefined ? [] : (input.source ?? []))),
      ...found.flatMap((row) => row.crowd ?? []),
    ]),
    mayFree: requests.some((request) => request.kind !== 'place'),
  }
}

function findMovingIds(requests: readonly LedgerRequest[], dueIds: readonly string[]): string[] {
  const inputs = [...inputsOf(requests, 'release'), ...inputsOf(requests, 'report'), ...inputsOf(requests, 'change')]
  const settled = inputsOf(requests, 'settleOrder')
  return unique([...[...inputs, ...settled].map((input) => input.holdId), ...dueIds])
}

interface FoundRow {
  readonly show_id: string
  readonly offer_id?: string
  readonly sale_id?: string | null
  readonly crowd?: string | null
}

/** What the database alone knows: the pools of holds, the lines viewers stand in, and what a sweep has to look at. */
async function findByRows(
  reader: Reader,
  requests: readonly LedgerRequest[],
  movingIds: readonly string[],
): Promise<FoundRow[]> {
  const presences = inputsOf(requests, 'setPresence')
  const isSweep = requests.some((request) => request.kind === 'sweep')
  return [
    ...(await findLines(reader, movingIds)),
    ...(await findCrowds(reader, inputsOf(requests, 'change'))),
    ...(await findPlaces(reader, unique(presences.map((input) => input.viewerId)))),
    ...(isSweep ? await findOpenSales(reader) : []),
    ...(isSweep ? await findServable(reader) : []),
  ]
}

export function unique<Id extends string>(ids: readonly Id[]): Id[] {
  return [...new Set(ids)]
}

async function findLines({ db, words }: Reader, holdIds: readonly string[]): Promise<FoundRow[]> {
  if (holdIds.length === 0) return []
  const holds = await db.selectFrom('holds').select(['show_id', 'lines']).where(words.isOneOf('id', holdIds)).execute()
  return holds.flatMap(({ show_id, lines }) =>
    toLines(lines).map(({ offerId, saleId }) => ({ show_id, offer_id: offerId, sale_id: saleId })),
  )
}

/** Of holds that may grow. */
async function findCrowds({ db, words }: Reader, changes: readonly { holdId: string }[]): Promise<FoundRow[]> {
  if (changes.length === 0) return []
  const ids = changes.map(({ holdId }) => holdId)
  const holds = db.selectFrom('holds').select(['show_id', 'crowd']).where(words.isOneOf('id', ids))
  return holds.where('crowd', 'is not', null).execute()
}

async function findPlaces({ db, words }: Reader, viewerIds: readonly string[]): Promise<FoundRow[]> {
  if (viewerIds.length === 0) return []
  const places = db.selectFrom('waits').select(['show_id', 'offer_id']).where('state', '=', 'waiting')
  return places.where(words.isOneOf('viewer_id', viewerIds)).execute()
}

function findOpenSales({ db }: Reader): Promise<{ show_id: ShowId }[]> {
  return db.selectFrom('flash_sales').select('show_id').where('ended_at', 'is', null).execute()
}

/** Offers with free units that people wait for: whoever could not be served at once is served by the next sweep. */
async function findServable({ db }: Reader): Promise<FoundRow[]> {
  const offers = db.selectFrom('offers').select(['show_id', 'id as offer_id']).where('free', '>', 0)
  return offers.where(sql<boolean>`waiting > 0`).execute()
}
