// Works the inbox off: what shops have said is given to the ledger, in order for each hold, until it is taken down.
import type { HoldId, OrderId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import { refuseFailure } from '../../domain/failures.ts'
import { isTestHold } from '../../domain/testHold.ts'
import type { Log } from '../../ops/log.ts'
import type { ArrivalResult, ClaimedArrival, Inbox } from '../records/webhookRecords.ts'
import type { CatalogueHint, OrderHint, ShopFact, ShopNews, StockFact } from '../../shops/checkout.ts'
import type { Failpoint } from '../failpoints.ts'
import { backoff } from '../../kit/backoff.ts'
import { createLoop, type Loop } from '../../kit/loop.ts'
import type { RefusedNews } from '../refused/refusals.ts'

/** Whom news is given to. Each may be told the same twice. */
export interface NewsTakers {
  report(fact: ShopFact): Promise<Outcome<unknown, 'HOLD_NOT_FOUND'>>
  /** False: it means nothing here. */
  takeStock(fact: StockFact): Promise<boolean>
  /** False: it means nothing here. */
  takeCatalogue(hint: CatalogueHint): Promise<boolean>
  /** Asks the shop about the order's hold; false: no such order is known. */
  askAbout(orderId: OrderId): Promise<boolean>
}

export interface WorkerNeeds {
  readonly inbox: Pick<Inbox, 'claim' | 'settle'>
  readonly takers: NewsTakers
  readonly failpoint: Failpoint
  readonly log: Log
  /** Called once for each that was given up, or is of nothing that is ours. */
  readonly onRefused: (refused: RefusedNews) => void
  /** Called once for each arrival with what became of it. */
  readonly onResult: (state: ArrivalResult['state']) => void
  /** How long a process may work on what it has claimed; after its death another one waits for that. */
  readonly leaseMs: number
  readonly everyMs: number
}

const MOST_TOGETHER = 200
/** Of one that the ledger itself cannot take, whatever the reason; while the database is away they go on for ever. */
const MOST_TRIES = 10
const PAUSES = { firstMs: 250, longestMs: 60_000 }

type Result = Pick<ArrivalResult, 'state' | 'note'>

export function createWorker(needs: WorkerNeeds): Loop {
  const { inbox, failpoint, log, onResult, leaseMs, everyMs } = needs

  async function turn(): Promise<boolean> {
    const claimed = await inbox.claim({ limit: MOST_TOGETHER, leaseMs })
    if (claimed.length === 0) return false
    failpoint('inbox:claimed')
    const byHold = Map.groupBy(claimed, ({ id, holdId }) => holdId ?? id)
    const results = (await Promise.all([...byHold.values()].map((own) => workOff(needs, own)))).flat()
    failpoint('inbox:reported')
    await inbox.settle(results)
    failpoint('inbox:settled')
    for (const { state } of results) onResult(state)
    return claimed.length === MOST_TOGETHER
  }

  return createLoop({ everyMs, turn, onError: (err) => log.error({ err }, 'inbox not worked off; trying again') })
}

/** One after the other; what comes behind one that must wait, waits with it. */
async function workOff(needs: WorkerNeeds, arrivals: readonly ClaimedArrival[]): Promise<ArrivalResult[]> {
  const results: ArrivalResult[] = []
  for (const arrival of arrivals) {
    const isBehind = results.at(-1)?.state === 'waiting'
    results.push(isBehind ? putBack(arrival) : await tryOne(needs, arrival))
  }
  return results
}

const putBack = ({ id, tries }: ClaimedArrival): ArrivalResult => ({ id, tries, state: 'waiting', inMs: 0, note: null })

async function tryOne({ takers, log, onRefused }: WorkerNeeds, arrival: ClaimedArrival): Promise<ArrivalResult> {
  const { id } = arrival
  const tries = arrival.tries + 1
  const news: ShopNews = JSON.parse(arrival.fact)
  try {
    const result = await give(takers, news)
    if (result.state === 'unknown') {
      log.warn({ arrival: id, holdId: arrival.holdId }, 'a shop told of what is not ours')
      onRefused({ news, reason: 'unknownHold', why: null })
    }
    return { id, tries, inMs: 0, ...result }
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error)
    if (refuseFailure(error) !== null || tries < MOST_TRIES)
      return { id, tries, state: 'waiting', inMs: backoff(tries, PAUSES), note }
    log.error({ err: error, arrival: id }, 'what a shop told cannot be taken down: staff must look at it')
    onRefused({ news, reason: 'failed', why: note })
    return { id, tries, state: 'failed', inMs: 0, note }
  }
}

async function give(takers: NewsTakers, news: ShopNews): Promise<Result> {
  if (news.type === 'stock.changed') return toResult(await takers.takeStock(news), 'ignored')
  if (news.type === 'catalogue.changed') return toResult(await takers.takeCatalogue(news), 'ignored')
  if (news.type === 'order.changed') return hint(takers, news)
  return reportTo(takers, news)
}

const toResult = (taken: boolean, otherwise: ArrivalResult['state']): Result => {
  return { state: taken ? 'done' : otherwise, note: null }
}

async function hint(takers: NewsTakers, { orderId }: OrderHint): Promise<Result> {
  return toResult(await takers.askAbout(orderId), 'ignored')
}

async function reportTo(takers: NewsTakers, fact: ShopFact & { readonly holdId: HoldId }): Promise<Result> {
  const outcome = await takers.report(fact)
  if (outcome.ok) return { state: 'done', note: null }
  // A round trip's own: nobody has bought anything.
  return isTestHold(fact.holdId) ? { state: 'ignored', note: null } : { state: 'unknown', note: outcome.code }
}
