// The shop's latest messages as staff read them: taken, repeated, not ours, in need of somebody, or refused.
import type { ShopMessage, ShopMessages } from '@lantern/shared/contract/connections.ts'
import type { RefusedEvent } from '@lantern/shared/contract/refusedEvents.ts'
import { ToDecide } from '@lantern/shared/contract/shopActs.ts'
import { z } from 'zod'
import { isTestHold } from '../domain/testHold.ts'
import type { JournalEntry, WebhookRecords } from './records/webhookRecords.ts'

const MOST = 200
const DAY_MS = 86_400_000

/** Of what a message says as much as is shown; the rest of it is for the ledger. */
const Said = z.object({
  holdId: z.string().optional(),
  orderId: z.string().optional(),
  amountMinor: z.number().int().nonnegative().optional(),
  currency: z.string().optional(),
  sku: z.string().nullish(),
  externalId: z.string().nullish(),
})

type Verdict = Pick<ShopMessage, 'state' | 'why' | 'byMinor'>

function verdictOf({ state, fact, hold, differs }: JournalEntry, said: z.infer<typeof Said>): Verdict {
  const byMinor = differs && hold !== null && said.amountMinor !== undefined ? said.amountMinor - hold.totalMinor : null
  if (byMinor !== null && byMinor !== 0) return { state: 'needs_you', why: 'payment_differs', byMinor }
  if (state === 'ignored' && isTestHold(said.holdId ?? '')) return { state: 'taken', why: 'round_trip', byMinor: null }
  const verdicts: Record<JournalEntry['state'], Omit<Verdict, 'byMinor'>> = {
    waiting: { state: 'waiting', why: 'done' },
    done: { state: 'taken', why: 'done' },
    ignored: { state: 'not_ours', why: fact === null ? 'names_no_hold' : 'means_nothing' },
    unknown: { state: 'needs_you', why: 'unknown_hold' },
    failed: { state: 'needs_you', why: 'failed' },
    seen: { state: 'taken', why: 'seen' },
  }
  return { ...verdicts[state], byMinor: null }
}

const KNOWN_TYPE = /^[\w./-]{1,64}$/
const isKnownType = (type: string) => type !== 'unknown' && KNOWN_TYPE.test(type)

function namesIn({ orderId, amountMinor, currency, sku, externalId }: z.infer<typeof Said>) {
  return {
    order: orderId ?? null,
    amountMinor: amountMinor ?? null,
    currency: currency ?? null,
    sku: sku ?? externalId ?? null,
  }
}

function toDecide({ hold }: JournalEntry, { orderId }: z.infer<typeof Said>): ToDecide | null {
  return ToDecide.safeParse({ holdId: hold?.id, orderId }).data ?? null
}

function toMessages(entry: JournalEntry): ShopMessage[] {
  const { id, fact, type, endpointId, repeats, repeatedAt, note, hold } = entry
  const said = Said.catch({}).parse(fact === null ? {} : JSON.parse(fact))
  const verdict = verdictOf(entry, said)
  const first: ShopMessage = {
    id,
    at: entry.receivedAt,
    type: isKnownType(type) ? type : null,
    ...namesIn(said),
    buyer: hold?.viewerName ?? null,
    ...verdict,
    reason: null,
    note,
    times: 1,
    endpointId,
    arrivalId: verdict.why === 'unknown_hold' || verdict.why === 'failed' ? id : null,
  }
  const decide = toDecide(entry, said)
  const named = verdict.why === 'payment_differs' && decide !== null ? { ...first, decide } : first
  if (repeatedAt === null || repeats < 1) return [named]
  const again = { at: repeatedAt, times: repeats, state: 'repeat', why: 'again', byMinor: null, note: null } as const
  return [named, { ...first, ...again, id: `${id} again`, arrivalId: null }]
}

function toRefused(event: RefusedEvent): ShopMessage {
  return {
    id: event.id,
    at: event.lastAt,
    type: event.topic,
    order: event.order,
    amountMinor: null,
    currency: null,
    sku: null,
    buyer: null,
    state: 'refused',
    why: 'refused',
    reason: event.reason,
    byMinor: null,
    note: event.why,
    times: event.times,
    endpointId: event.endpointId,
    arrivalId: null,
  }
}

/** What was taken and could not be put down is among the arrivals already. */
const isOfItself = ({ reason }: RefusedEvent) => reason !== 'unknownHold' && reason !== 'failed'

export async function readMessages(
  { inbox, refused }: Pick<WebhookRecords, 'inbox' | 'refused'>,
  now: number,
): Promise<ShopMessages> {
  const [{ entries, lastDay }, events] = await Promise.all([inbox.journal(), refused.list()])
  const turnedAway = events.filter(isOfItself)
  const all = [...entries.flatMap(toMessages), ...turnedAway.map(toRefused)].sort((one, other) => other.at - one.at)
  const refusedLastDay = turnedAway.filter(({ lastAt }) => lastAt >= now - DAY_MS).length
  return { messages: all.slice(0, MOST), lastDay: lastDay + refusedLastDay, refusedLastDay }
}
