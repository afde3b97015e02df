// How many units are left, as staff read it.
import { formatCount } from '@lantern/shared/ui/money.ts'
import { isPlenty } from '@lantern/shared/ui/units.ts'
import type { Words } from '../words.ts'

export function leftWords({ say, locale }: Pick<Words, 'say' | 'locale'>, units: number, of?: number): string {
  if (of === 0) return say('rundown.noUnits')
  if (units === 0) return say('rundown.soldOut')
  if (isPlenty(units)) return say('rundown.inStock')
  const n = formatCount(units, locale)
  return of === undefined ? say('rundown.left', { n }) : say('rundown.leftOf', { n, of: formatCount(of, locale) })
}
