// What staff type into the rules for sharers, read into rules, and what is wrong with it.
import type { CommissionRate, SharingRules } from '@lantern/shared/contract/sharing.ts'
import { parseMoney } from '@lantern/shared/ui/money.ts'
import { readSpecial, type SpecialDraft, toSpecialDraft } from './specialRates.ts'

export const NUMBERS = ['own', 'upper', 'clickDays', 'orderDays', 'freezeDays'] as const
export type NumberField = (typeof NUMBERS)[number]

export interface RulesDraft extends Readonly<Record<NumberField, string>> {
  readonly isOn: boolean
  readonly click: SharingRules['click']
  readonly protects: boolean
  readonly ownPurchases: boolean
  readonly showsBoard: boolean
  readonly special: readonly SpecialDraft[]
}

interface Bounds {
  readonly least: number
  readonly most: number
}

export const BOUNDS: Readonly<Record<NumberField, Bounds>> = {
  own: { least: 0, most: 100 },
  upper: { least: 0, most: 100 },
  clickDays: { least: 1, most: 365 },
  orderDays: { least: 0, most: 365 },
  freezeDays: { least: 0, most: 180 },
}

/** An amount a piece, which only the interface sets, is shown as nothing and stays until something is typed. */
const percentOf = (rate: CommissionRate) => (rate.kind === 'percent' ? String(rate.hundredths / 100) : '')

export function toDraft(rules: SharingRules): RulesDraft {
  const { isOn, click, protects, ownPurchases, showsBoard, rates, ...days } = rules
  return {
    ...{ isOn, click, protects, ownPurchases, showsBoard },
    special: toSpecialDraft(rules),
    own: percentOf(rates.own),
    upper: percentOf(rates.upper),
    clickDays: String(days.clickDays),
    orderDays: String(days.orderDays),
    freezeDays: String(days.freezeDays),
  }
}

/** Hundredths of a percent for rates, whole days else; null: no such number. */
function numberIn(field: NumberField, text: string): number | null {
  const isRate = field === 'own' || field === 'upper'
  const number = parseMoney(text, isRate ? 2 : 0)
  const { least, most } = BOUNDS[field]
  const scale = isRate ? 100 : 1
  return number !== null && number >= least * scale && number <= most * scale ? number : null
}

function rateIn(field: 'own' | 'upper', text: string, before: CommissionRate): CommissionRate | null {
  if (text.trim() === '' && before.kind === 'amount') return before
  const hundredths = numberIn(field, text)
  return hundredths === null ? null : { kind: 'percent', hundredths }
}

export interface ReadRules {
  readonly wrong: ReadonlySet<NumberField>
  /** Both levels come to more than there is. */
  readonly isTooMuch: boolean
  /** Null: something is wrong. */
  readonly rules: SharingRules | null
}

/** What the form does not show stays as it was. */
export function readDraft(draft: RulesDraft, before: SharingRules): ReadRules {
  const own = rateIn('own', draft.own, before.rates.own)
  const upper = rateIn('upper', draft.upper, before.rates.upper)
  const clickDays = numberIn('clickDays', draft.clickDays)
  const orderDays = numberIn('orderDays', draft.orderDays)
  const freezeDays = numberIn('freezeDays', draft.freezeDays)
  const read = { own, upper, clickDays, orderDays, freezeDays }
  const wrong = new Set(NUMBERS.filter((field) => read[field] === null))
  const both = [own, upper].reduce((sum, rate) => sum + (rate?.kind === 'percent' ? rate.hundredths : 0), 0)
  const isTooMuch = both > 10_000
  const special = readSpecial(draft.special, before)
  if (own === null || upper === null || clickDays === null || orderDays === null || freezeDays === null) {
    return { wrong, isTooMuch, rules: null }
  }
  if (isTooMuch || special === null) return { wrong, isTooMuch, rules: null }
  const { isOn, click, protects, ownPurchases, showsBoard } = draft
  const chosen = { isOn, click, protects, ownPurchases, showsBoard }
  const days = { clickDays, orderDays, freezeDays }
  return { wrong, isTooMuch, rules: { ...before, ...chosen, ...special, ...days, rates: { own, upper } } }
}
