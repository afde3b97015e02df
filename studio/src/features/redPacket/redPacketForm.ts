// The form of a red packet as a value: what was typed, what is wrong with it, and the command it becomes.
import type { CommandInput } from '@lantern/shared/contract/commands.ts'
import { MOST_MINOR, type ProductId } from '@lantern/shared/contract/ids.ts'
import { placesOf } from '@lantern/shared/contract/minorUnits.ts'
import { MOST_GREETING, MOST_PER_MONTH, MOST_PLACES } from '@lantern/shared/features/redPacket/contract.ts'
import { problemOf, type SumProblem } from '@lantern/shared/features/redPacket/sums.ts'
import { parseMoney } from '@lantern/shared/ui/money.ts'
import { type ConditionDraft, conditionsOf, EVERYONE } from '../../plays/conditionForm.ts'
import { BY_HAND, type WhenDraft } from '../../plays/whenForm.ts'
import type { WordKey } from '../../words.ts'

export interface RedPacketDraft {
  readonly greeting: string
  readonly how: 'fixed' | 'lucky'
  readonly places: string
  /** Sums as typed, in the currency's main unit. */
  readonly total: string
  readonly least: string
  readonly from: string
  /** How long its coupons are good. */
  readonly days: number
  readonly lengthMs: number | null
  readonly who: ConditionDraft
  /** None: any product. */
  readonly productIds: readonly ProductId[]
  /** How many one person may open within thirty days, as typed; empty: any number. */
  readonly perMonth: string
  readonly when: WhenDraft
}

export type RedPacketTerms = Omit<
  CommandInput<'redPacket:make'>,
  'activityId' | 'start' | 'opensAt' | 'until' | 'waitsFor'
>

export interface RedPacketProblems {
  readonly greeting: WordKey | null
  readonly places: WordKey | null
  readonly total: WordKey | null
  readonly perMonth: WordKey | null
  /** It cannot be dealt out; what could be is offered instead. */
  readonly sum: SumProblem | null
}

export const DAYS = [1, 3, 7, 30] as const
const PLACES = 20
const USUAL_LENGTH_MS = 120_000
export const DAY_MS = 86_400_000

export const toTyped = (minor: number, currency: string) => String(minor / 10 ** placesOf(currency))

/** Ready to be opened as it is: a tenth of the cheapest product for each on average, good from about its price on. */
export function draftFor(greeting: string, cheapestMinor: number, currency: string): RedPacketDraft {
  const unit = 10 ** placesOf(currency)
  const mean = Math.max(1, Math.round(cheapestMinor / 10 / unit)) * unit
  return {
    greeting,
    how: 'lucky',
    places: String(PLACES),
    total: toTyped(mean * PLACES, currency),
    least: toTyped(Math.max(1, Math.floor(mean / 5)), currency),
    from: toTyped(mean * 10, currency),
    days: 7,
    lengthMs: USUAL_LENGTH_MS,
    who: EVERYONE,
    productIds: [],
    perMonth: '',
    when: BY_HAND,
  }
}

export interface Checked {
  readonly problems: RedPacketProblems
  /** Null: something is wrong. */
  readonly terms: RedPacketTerms | null
}

export function checkRedPacket(draft: RedPacketDraft, currency: string): Checked {
  const greeting = draft.greeting.trim()
  const sums = readSums(draft, currency)
  const perMonth = perMonthIn(draft)
  const problems: RedPacketProblems = {
    greeting: greeting.length > MOST_GREETING ? 'redPacket.tooLong' : null,
    places: placesIn(draft) === null ? 'redPacket.badPlaces' : null,
    total: areSums(readTyped(draft, currency)) ? null : 'redPacket.noSum',
    perMonth: perMonth === undefined ? 'redPacket.badPerMonth' : null,
    sum: sums && problemOf(sums),
  }
  const conditions = conditionsOf(draft.who)
  const isWrong = Object.values(problems).some((problem) => problem !== null)
  if (isWrong || conditions === null || sums === null || perMonth === undefined) return { problems, terms: null }
  const productIds = draft.productIds.length === 0 ? null : draft.productIds
  const said = { greeting: greeting === '' ? null : greeting, currency, productIds, perMonth }
  return { problems, terms: { ...said, ...sums, lengthMs: draft.lengthMs, conditions } }
}

type Sums = Pick<RedPacketTerms, 'how' | 'places' | 'totalMinor' | 'leastMinor' | 'fromMinor'>

/** Null: something of it is no number. */
function readSums(draft: RedPacketDraft, currency: string): Sums | null {
  const places = placesIn(draft)
  const typed = readTyped(draft, currency)
  return places === null || !areSums(typed) ? null : { how: draft.how, places, ...typed }
}

/** Null: not from 1 to the most. */
function placesIn({ places }: RedPacketDraft): number | null {
  const count = /^\d{1,4}$/.test(places.trim()) ? Number(places) : 0
  return count >= 1 && count <= MOST_PLACES ? count : null
}

/** Null: any number; undefined: that is none. */
function perMonthIn({ perMonth }: RedPacketDraft): number | null | undefined {
  const typed = perMonth.trim()
  if (typed === '') return null
  const count = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  return count >= 1 && count <= MOST_PER_MONTH ? count : undefined
}

interface Typed<Sum> {
  readonly totalMinor: Sum
  readonly leastMinor: Sum
  readonly fromMinor: Sum
}

function readTyped({ how, total, least, from }: RedPacketDraft, currency: string): Typed<number | null> {
  const read = (text: string) => parseMoney(text, placesOf(currency))
  return {
    totalMinor: read(total),
    leastMinor: how === 'fixed' ? 1 : read(least),
    fromMinor: from.trim() === '' ? 0 : read(from),
  }
}

function areSums(typed: Typed<number | null>): typed is Typed<number> {
  const { totalMinor, leastMinor } = typed
  const all = Object.values(typed).every((minor) => minor !== null && minor <= MOST_MINOR)
  return all && (totalMinor ?? 0) > 0 && (leastMinor ?? 0) > 0
}
