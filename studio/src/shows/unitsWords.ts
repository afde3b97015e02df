// What is said of the units that a show may have: how many are free, and which show keeps the rest.
import type { FreeUnits } from '@lantern/shared/contract/http.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import type { Say } from '../words.ts'

/** More would not be read; the first keeps most. */
const MOST_KEEPERS = 2

export interface UnitsWords {
  readonly text: string
  /** Nothing could be sold. */
  readonly isNone: boolean
}

const join = (sentences: readonly string[], locale: Locale) => sentences.join(locale === 'en' ? ' ' : '')

function keepers(say: Say, kept: FreeUnits['keptBy'], locale: Locale): string[] {
  return kept
    .slice(0, MOST_KEEPERS)
    .map(({ title, units }) => say('units.keeps', { show: pickText(title, locale), count: units }))
}

/** Before a show is made. */
export function unitsForNew(say: Say, units: FreeUnits, locale: Locale): UnitsWords {
  const { free, products, without, keptBy } = units
  const kept = keepers(say, keptBy, locale)
  if (products > 0 && without === products) {
    const why = kept.length > 0 ? [...kept, say('units.nextStep')] : [say('units.shopNone')]
    return { text: join([say('units.none'), ...why], locale), isNone: true }
  }
  const some = [
    ...(free > 0 ? [say('units.free', { count: free })] : []),
    ...(without > 0 ? [say('units.without', { count: without }), ...kept] : []),
  ]
  return { text: join(some, locale), isNone: false }
}

/** On the desk of a show that was allotted nothing, and so keeps none itself. */
export function unitsForDesk(say: Say, { free, keptBy }: FreeUnits, locale: Locale): string {
  const kept = keepers(say, keptBy, locale)
  const next = kept.length > 0 ? [...kept, say('units.nextStep')] : [say('units.shopNone')]
  return join([say('units.deskNone'), ...(free > 0 ? [say('units.deskFree', { count: free })] : next)], locale)
}
