// The reference ledger's entries: who comes in, with what, and what whoever comes in is given.
import { isDeepStrictEqual } from 'node:util'
import type { Conditions } from '@lantern/shared/activities/conditions.ts'
import { PollVote } from '@lantern/shared/features/poll/contract.ts'
import type { InputOf } from '../../requests.ts'
import { dealOut } from './dealing.ts'
import { isOver, isShown, tell } from './life.ts'
import type { ModelActivity, ModelEntry, ModelReward } from './playState.ts'
import { couponFor, grantOnce } from './rewards.ts'
import type { ModelHold, ModelState } from './state.ts'
import { findOffer } from './state.ts'
import { granted, refused, type View } from './views.ts'

type Enter = InputOf<'enter'>

/** As the database had it when the batch began: what a batch reads of what was paid before. */
export type PaidBefore = readonly Pick<ModelHold, 'viewerId' | 'lines'>[]

const REQUESTS_KNOWN = 5
const GIVING: readonly string[] = ['coupon', 'redPacket', 'testers']

export function enter(state: ModelState, request: Enter, paidBefore: PaidBefore): View {
  const { activityId, viewerId, requestId } = request
  const activity = state.activities.find(({ id, play }) => id === activityId && play.kind === request.kind)
  if (!activity || !isShown(activity)) return refused('ACTIVITY_NOT_FOUND')
  const known = activity.entries.find((entry) => entry.viewerId === viewerId)
  if (known?.requests.includes(requestId)) return viewed(known)
  if (activity.state !== 'open') return refused(isOver(activity) ? 'ACTIVITY_OVER' : 'ACTIVITY_NOT_OPEN')
  if (!known) return comeIn(state, activity, { request, paidBefore })
  const entry = readEntry(activity, known, request.entry)
  if (entry === null) return refused('BAD_INPUT')
  const isSame = isDeepStrictEqual(known.entry, entry.value)
  return isSame ? viewed(known) : change(state, activity, { known, entry, requestId })
}

const viewed = ({ no, entry }: ModelEntry) => granted({ no, entry })

interface Read {
  readonly value: unknown
}

/** Null: it says nothing that its kind takes. */
function readEntry({ play, seed, entries }: ModelActivity, known: ModelEntry | undefined, said: unknown): Read | null {
  if (play.kind === 'poll') return readVote(play.config, said)
  if (play.kind === 'redPacket') {
    if (known) return { value: known.entry }
    const amountMinor = dealOut(seed, play.config)[entries.length]
    return { value: amountMinor === undefined ? null : { amountMinor } }
  }
  // Those are earned by paying.
  if (play.kind === 'stepPrice' || (play.kind === 'coupon' && play.config.given === 'paid')) return null
  return { value: {} }
}

function readVote({ answers, several }: { answers: readonly unknown[]; several: boolean }, said: unknown): Read | null {
  const choices = PollVote.parse(said).choices.toSorted((a, b) => a - b)
  const isRight = choices.every((choice) => choice < answers.length) && (several || choices.length === 1)
  return isRight ? { value: { choices } } : null
}

interface Changing {
  readonly known: ModelEntry
  readonly entry: Read
  readonly requestId: string
}

function change(state: ModelState, activity: ModelActivity, { known, entry, requestId }: Changing): View {
  known.entry = entry.value
  known.requests = [...known.requests, requestId].slice(-REQUESTS_KNOWN)
  tellEntry(state, activity, known)
  return viewed(known)
}

/** One telling for all of a batch; but whoever stands in it already is told of in a later one. */
export function tellEntry(state: ModelState, activity: ModelActivity, entry: ModelEntry): void {
  const last = state.entryTold.get(activity.id)
  const told = last === undefined || entry.told === last ? tell(state) : last
  state.entryTold.set(activity.id, told)
  entry.told = told
  activity.told = Math.max(activity.told, told)
}

interface Coming {
  readonly request: Enter
  readonly paidBefore: PaidBefore
}

/** Asked of whoever comes anew, before anybody looks at what they say. */
function keepOut(state: ModelState, activity: ModelActivity, coming: Coming & Pick<ModelEntry, 'crowd'>): View | null {
  const { viewerId, kind } = coming.request
  if (activity.entries.length === activity.places) return refused('ACTIVITY_FULL')
  if (GIVING.includes(kind) && state.staff.has(viewerId)) return refused('STAFF_CANNOT_WIN')
  const progress = activity.conditions.map((one) => ({ have: Number(isMet(state, one, coming)), need: 1 }))
  if (progress.some(({ have, need }) => have < need)) return refused('CONDITIONS_UNMET', { progress })
  return refuseWonEnough(state, activity, viewerId) ?? refuseCrowded(state, activity, coming.crowd)
}

function comeIn(state: ModelState, activity: ModelActivity, coming: Coming): View {
  const { viewerId, requestId, entry: said } = coming.request
  const crowd = crowdOf(state, activity, coming)
  const kept = keepOut(state, activity, { ...coming, crowd })
  if (kept) return kept
  const entry = readEntry(activity, undefined, said)
  if (entry === null) return refused('BAD_INPUT')
  const no = activity.entries.length + 1
  const fresh = { no, viewerId, crowd, requests: [requestId], entry: entry.value, told: 0 }
  activity.entries.push(fresh)
  tellEntry(state, activity, fresh)
  give(state, activity, fresh)
  return viewed(fresh)
}

function isMet(state: ModelState, condition: Conditions[number], { request, paidBefore }: Coming): boolean {
  if (condition.is === 'came') return request.via !== null && (condition.via ?? request.via) === request.via
  if (condition.is !== 'bought') throw new Error(`the model does not know the condition ${condition.is}`)
  const { productId } = condition
  const lines = paidBefore.filter(({ viewerId }) => viewerId === request.viewerId).flatMap((hold) => hold.lines)
  return lines.some(({ offerId }) => productId === null || findOffer(state, offerId).productId === productId)
}

/** Places of what gives something away are scarce: who has no history counts against the address. */
function crowdOf({ createdAt }: ModelState, activity: ModelActivity, { request, paidBefore }: Coming): string | null {
  const { viewerId, source = null, issuedAt } = request
  if (!GIVING.includes(activity.play.kind) || activity.places === null) return null
  const hasPaid = paidBefore.some((hold) => hold.viewerId === viewerId)
  return hasPaid || issuedAt === undefined || issuedAt < createdAt ? null : source
}

function refuseCrowded(state: ModelState, { entries, places }: ModelActivity, crowd: string | null): View | null {
  if (crowd === null || state.crowd === 'lifted') return null
  const { percent, atLeast } = state.policy.crowd
  const most = Math.max(atLeast, Math.floor(((places ?? 0) * percent) / 100))
  if (entries.filter((entry) => entry.crowd === crowd).length < most) return null
  state.crowd = 'met'
  return refused('CROWDED_ENTRIES')
}

/** Over all that are of the kind, whatever became of them; an evening is shorter than thirty days. */
function refuseWonEnough({ activities }: ModelState, { play }: ModelActivity, viewerId: string): View | null {
  const most = play.kind === 'redPacket' ? play.config.perMonth : null
  const packets = activities.filter((each) => each.play.kind === 'redPacket')
  const won = packets.filter(({ entries }) => entries.some((entry) => entry.viewerId === viewerId)).length
  return most !== null && won >= most ? refused('WON_ENOUGH', { most }) : null
}

function give(state: ModelState, { id, play, seed }: ModelActivity, { no, viewerId }: ModelEntry): void {
  const grant = (given: Pick<ModelReward, 'coupon' | 'until'>) =>
    grantOnce(state, { activityId: id, viewerId, ...given, no, paidBy: null })
  if (play.kind === 'testers') grant({ coupon: null, until: null })
  if (play.kind === 'redPacket') {
    const { currency, fromMinor, productIds, until } = play.config
    const off = { minor: dealOut(seed, play.config)[no - 1] ?? 0 }
    grant({ coupon: { off, currency, fromMinor, productIds }, until })
  }
  const coupon = play.kind === 'coupon' ? couponFor(play.config, state.now) : null
  if (coupon) grant(coupon)
}
