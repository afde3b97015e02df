// Who may take part, in one line.
import type { Condition } from '@lantern/shared/activities/conditions.ts'
import type { Locale, Product } from '@lantern/shared/contract/things.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import type { Say } from '../words.ts'
import { type ConditionDraft, conditionsOf } from './conditionForm.ts'

interface Telling {
  readonly say: Say
  readonly locale: Locale
  readonly products: readonly Product[]
}

/** Null: everyone may. */
export function sumOf(draft: ConditionDraft, telling: Telling): string | null {
  return sumOfConditions(conditionsOf(draft) ?? [], telling)
}

export function sumOfConditions(conditions: readonly Condition[], telling: Telling): string | null {
  if (conditions.length === 0) return null
  const { say, locale } = telling
  const parts = conditions.map((condition) => partOf(condition, telling))
  return say('play.onlyWho', { what: new Intl.ListFormat(locale).format(parts) })
}

function partOf(condition: Condition, { say, locale, products }: Telling): string {
  switch (condition.is) {
    case 'watched':
      return say('play.sumWatched', { minutes: condition.minutes })
    case 'wrote':
      return condition.word === null ? say('play.sumWroteAny') : say('play.sumWrote', { word: condition.word })
    case 'bought': {
      const product = products.find(({ id }) => id === condition.productId)
      return product ? say('play.sumBought', { what: pickText(product.title, locale) }) : say('play.sumBoughtAny')
    }
    case 'came':
      return say('play.sumCame')
    case 'notWon':
      return say('play.sumNotWon')
  }
}
