// The form of a step price as a value: what was typed, what is wrong with it, and the command it becomes.
import type { CommandInput } from '@lantern/shared/contract/commands.ts'
import type { ActivityId, ProductId } from '@lantern/shared/contract/ids.ts'
import { MOST_BUYERS } from '@lantern/shared/features/stepPrice/contract.ts'
import { parseMoney } from '@lantern/shared/ui/money.ts'
import type { WordKey } from '../../words.ts'

export interface StepDraft {
  readonly buyers: string
  /** As typed, in the currency's main unit. */
  readonly price: string
}

export interface StepPriceDraft {
  readonly productId: ProductId
  readonly steps: readonly StepDraft[]
  readonly lengthMs: number | null
}

export interface StepLimits {
  /** Price now of the product's cheapest offer. */
  readonly priceMinor: number
  readonly digits: number
}

export interface StepProblems {
  readonly buyers: WordKey | null
  readonly price: WordKey | null
}

export type StepTerms = Pick<CommandInput<'stepPrice:make'>, 'productId' | 'steps' | 'lengthMs'>

const QUARTER_HOUR_MS = 900_000
export const LENGTHS_MS = [300_000, QUARTER_HOUR_MS, 1_800_000, 3_600_000, null] as const

/** Ready as it is: five buyers a tenth off, twenty a fifth. */
export function draftFor(productId: ProductId, { priceMinor, digits }: StepLimits): StepPriceDraft {
  const part = (of: number) => String(Math.max(1, Math.floor((priceMinor * of) / 10 ** digits)))
  const steps = [
    { buyers: '5', price: part(0.9) },
    { buyers: '20', price: part(0.8) },
  ]
  return { productId, steps, lengthMs: QUARTER_HOUR_MS }
}

export function checkSteps(draft: StepPriceDraft, limits: StepLimits) {
  const read = draft.steps.map(({ buyers, price }) => ({
    buyers: parseBuyers(buyers),
    priceMinor: parseMoney(price, limits.digits),
  }))
  const problems = read.map((step, place): StepProblems => {
    const before = read[place - 1]
    return {
      buyers: buyersProblem(step.buyers, before?.buyers ?? 0),
      price: priceProblem(step.priceMinor, before?.priceMinor ?? null, limits),
    }
  })
  const steps = read.flatMap(({ buyers, priceMinor }) =>
    buyers === null || priceMinor === null ? [] : [{ buyers, priceMinor }],
  )
  const isRight = problems.every(({ buyers, price }) => buyers === null && price === null)
  const terms: StepTerms | null = isRight ? { productId: draft.productId, steps, lengthMs: draft.lengthMs } : null
  return { problems, terms }
}

export function stepPriceMake(
  activityId: ActivityId,
  terms: StepTerms,
  start: 'draft' | 'open',
): CommandInput<'stepPrice:make'> {
  return { activityId, ...terms, opensAt: null, start }
}

function parseBuyers(text: string): number | null {
  const buyers = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0
  return buyers > 0 && buyers <= MOST_BUYERS ? buyers : null
}

function buyersProblem(buyers: number | null, before: number): WordKey | null {
  if (buyers === null) return 'stepPrice.noBuyers'
  return buyers > before ? null : 'stepPrice.notMore'
}

function priceProblem(price: number | null, before: number | null, limits: StepLimits): WordKey | null {
  if (price === null || price < 1) return 'stepPrice.noPrice'
  if (price >= limits.priceMinor) return 'stepPrice.notBelow'
  return before === null || price < before ? null : 'stepPrice.notLess'
}
