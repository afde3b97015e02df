// The flash-sale form as a value: what was typed, what is wrong with it, and the command it becomes.
import { parseMoney } from '@lantern/shared/ui/money.ts'
import type { CommandInput } from '@lantern/shared/contract/commands.ts'
import type { ProductId, SaleId } from '@lantern/shared/contract/ids.ts'
import type { WordKey } from '../../words.ts'

export interface SaleDraft {
  readonly productId: ProductId
  /** As typed, in the currency's main unit: `129` or `129.50`. */
  readonly price: string
  readonly units: string
  readonly perViewer: string
  /** Seconds, or minutes and seconds: `90` or `1:30`. */
  readonly countdown: string
  readonly length: string
}

export interface SaleLimits {
  /** Live price of the product's cheapest offer. */
  readonly priceMinor: number
  readonly free: number
  readonly digits: number
}

export type SaleField = Exclude<keyof SaleDraft, 'productId'>
export type SaleProblems = Readonly<Record<SaleField, WordKey | null>>
export type SaleTerms = Omit<CommandInput<'sale:start'>, 'saleId'>

export const COUNTDOWNS = [0, 10, 30, 60] as const
export const LENGTHS = [60, 180, 300, 600] as const

export function draftFor(productId: ProductId, { priceMinor, free, digits }: SaleLimits): SaleDraft {
  const fifthOff = Math.floor((priceMinor * 0.8) / 10 ** digits)
  return {
    productId,
    price: fifthOff > 0 ? String(fifthOff) : '',
    units: String(Math.max(1, Math.min(20, free))),
    perViewer: '1',
    countdown: '10',
    length: '180',
  }
}

export function checkSale(
  draft: SaleDraft,
  limits: SaleLimits,
): { readonly problems: SaleProblems; readonly terms: SaleTerms | null } {
  const price = parseMoney(draft.price, limits.digits)
  const units = parseCount(draft.units)
  const perViewer = parseCount(draft.perViewer)
  const countdown = parseSeconds(draft.countdown)
  const length = parseSeconds(draft.length)
  const problems: SaleProblems = {
    price: priceProblem(price, limits),
    units: unitsProblem(units, limits),
    perViewer: perViewerProblem(perViewer, units),
    countdown: countdown === null || countdown > 300 ? 'sale.wrongCountdown' : null,
    length: length === null || length < 30 || length > 1200 ? 'sale.wrongLength' : null,
  }
  const complete = price !== null && units !== null && perViewer !== null && countdown !== null && length !== null
  if (!complete || Object.values(problems).some((problem) => problem !== null)) return { problems, terms: null }

  const { productId } = draft
  const times = { countdownMs: countdown * 1000, lengthMs: length * 1000 }
  return { problems, terms: { productId, priceMinor: price, units, perViewer, ...times } }
}

export function saleStart(saleId: SaleId, terms: SaleTerms): CommandInput<'sale:start'> {
  return { saleId, ...terms }
}

/** `90`, `1:30` -> 90; null for anything else. */
export function parseSeconds(text: string): number | null {
  const match = /^(?:(\d{1,3}):)?(\d{1,4})$/.exec(text.trim())
  if (!match) return null
  const seconds = Number(match[2])
  if (match[1] !== undefined && seconds > 59) return null
  return Number(match[1] ?? 0) * 60 + seconds
}

function parseCount(text: string): number | null {
  return /^\d{1,6}$/.test(text.trim()) && Number(text) > 0 ? Number(text) : null
}

function priceProblem(price: number | null, limits: SaleLimits): WordKey | null {
  if (price === null || price < 1) return 'sale.wrongPrice'
  return price >= limits.priceMinor ? 'sale.priceNotLower' : null
}

function unitsProblem(units: number | null, limits: SaleLimits): WordKey | null {
  if (units === null) return 'sale.wrongUnits'
  return units > limits.free ? 'sale.tooManyUnits' : null
}

function perViewerProblem(perViewer: number | null, units: number | null): WordKey | null {
  if (perViewer === null) return 'sale.wrongPerViewer'
  return units !== null && perViewer > units ? 'sale.perViewerAboveUnits' : null
}
