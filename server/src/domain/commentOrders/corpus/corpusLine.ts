// The form of the corpus: what a viewer wrote, under which rules, and what it is.
import type { BuyRules, OrderIntent } from '../orderRules.ts'

/** `contains`, `only`: as the rule says; `number`: contains, and a number is required; `twoPinned`: contains, two offers in front. */
export type RulesName = 'contains' | 'only' | 'number' | 'twoPinned'

/** Outcome: `buy A1:2 B2:1`, `cancel A1:1`, `cancel A1` (all of it), `cancel` (everything), or why it is no order. */
export type CorpusLine = readonly [rules: RulesName, text: string, outcome: string]

/** The offer of the front pin is `FRONT`; every other offer is named as its keyword. */
const KEYWORDS = [
  'A1',
  'A2',
  'A10',
  'B1',
  'B2',
  'B12',
  'C3',
  'D05',
  '红色M',
  '紅色M',
  '红色',
  '草莓',
  'いちご',
  '黒M',
  'mug',
  'Red S',
]
const BASE: BuyRules = {
  matching: 'contains',
  numberRequired: false,
  keywords: KEYWORDS.map((keyword) => ({ offerId: keyword.replace(' ', ''), keyword })),
  front: ['FRONT'],
}

export const CORPUS_RULES: Readonly<Record<RulesName, BuyRules>> = {
  contains: BASE,
  only: { ...BASE, matching: 'only' },
  number: { ...BASE, numberRequired: true },
  twoPinned: { ...BASE, front: ['FRONT', 'OTHER'] },
}

/** An intent in the words of the corpus. */
export function outcomeOf(intent: OrderIntent): string {
  if (intent.kind === 'none') return intent.why
  const lines = intent.lines.map(({ offerId, quantity }) => (quantity === null ? offerId : `${offerId}:${quantity}`))
  return [intent.kind, ...lines.sort()].join(' ')
}
