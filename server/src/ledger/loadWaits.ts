// Which places in line a batch needs: its own viewers', those whose turn may come, those that end with a show or a sale.
import { saleDeadline, salePhase } from '../domain/flashSale.ts'
import type { OfferRecord, SaleRecord } from '../domain/hold.ts'
import type { WaitRow } from '../store/schema.ts'
import { unique } from './needs.ts'
import type { Needs, Reader } from './needs.ts'
import { inputsOf } from './requests.ts'
import type { LedgerRequest } from './requests.ts'

/** So many places in line may be served by one batch; the next sweep goes on. */
const MOST_TURNS = 500

/** Sales that this batch may end: those who wait for them have to go with them. */
export function findEndingSales(
  sales: readonly SaleRecord[],
  requests: readonly LedgerRequest[],
  now: number,
): readonly string[] {
  const stopped = new Set<string>(inputsOf(requests, 'stopSale').map((input) => input.saleId))
  const payments = inputsOf(requests, 'report').length + inputsOf(requests, 'settleOrder').length
  const open = sales.filter((sale) => sale.endedAt === null)
  const maySellOut = (sale: SaleRecord) => payments > 0 && sale.allotted - sale.paid <= payments * sale.perViewer
  const ending = open.filter((sale) => now >= saleDeadline(sale) || stopped.has(sale.id) || maySellOut(sale))
  return ending.map((sale) => sale.id)
}

/** The offers that people wait for in these sales. */
export async function findWaitedOffers({ db, words }: Reader, saleIds: readonly string[]): Promise<readonly string[]> {
  if (saleIds.length === 0) return []
  const waiting = db.selectFrom('waits').select('offer_id').distinct().where('state', '=', 'waiting')
  return (await waiting.where(words.isOneOf('sale_id', saleIds)).execute()).map((row) => row.offer_id)
}

interface Loaded {
  readonly offers: readonly OfferRecord[]
  readonly sales: readonly SaleRecord[]
  readonly endingSaleIds: readonly string[]
  readonly now: number
}

export async function readWaits(reader: Reader, needs: Needs, loaded: Loaded): Promise<WaitRow[]> {
  const { waiterIds, closingShowIds } = needs
  const inDemand = loaded.offers.filter((offer) => offer.waiting > 0)
  if (inDemand.length === 0) return []
  const { words } = reader
  const ofOffers = waitingFor(reader, inDemand)
  const own = await ofOffers.where(words.isOneOf('viewer_id', waiterIds)).execute()
  const closing = await (closingShowIds.length === 0 ? [] : ofOffers.execute())
  const { endingSaleIds } = loaded
  const ending = await (endingSaleIds.length === 0
    ? []
    : ofOffers.where(words.isOneOf('sale_id', endingSaleIds)).execute())
  const next = await readNext(reader, needs, { ...loaded, offers: inDemand })
  return [...new Map([...own, ...closing, ...ending, ...next].map((row) => [row.no, row])).values()]
}

function waitingFor({ db, words }: Reader, offers: readonly OfferRecord[]) {
  const ids = unique(offers.map((offer) => offer.id))
  return db.selectFrom('waits').selectAll().where('state', '=', 'waiting').where(words.isOneOf('offer_id', ids))
}

/** Each kind up to its own limit: a long line for a sale keeps nobody from units of the offer, nor the other way round. */
async function readNext(reader: Reader, { mayFree }: Needs, { offers, sales, now }: Loaded): Promise<WaitRow[]> {
  // Also where nothing but time has freed units, such as the end of a sale: nobody gets past those in line.
  const servable = offers.filter((offer) => mayFree || offer.free > 0)
  if (servable.length === 0) return []
  const first = waitingFor(reader, servable)
    .where('present', '=', 1)
    .orderBy('offer_id')
    .orderBy('no')
    .limit(MOST_TURNS)
  const ofOffers = await first.where('sale_id', 'is', null).execute()
  const running = sales.filter((sale) => salePhase(sale, now) === 'running' && (mayFree || sale.free > 0))
  const saleIds = running.map((sale) => sale.id)
  const ofSales = await (saleIds.length === 0 ? [] : first.where(reader.words.isOneOf('sale_id', saleIds)).execute())
  return [...ofOffers, ...ofSales]
}
