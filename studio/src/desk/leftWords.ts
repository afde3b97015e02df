// How many units are left, as staff read it.
import { formatCount } from '@lantern/shared/ui/money.ts'
import { isPlenty } from '@lantern/shared/ui/units.ts'
import type { Words } from '../words.ts'

export function leftWords({ say, locale }: Pick<Words, 'say' | 'locale'>, units: number): string {
  if (units === 0) return say('rundown.soldOut')
  return isPlenty(units) ? say('rundown.inStock') : say('rundown.left', { n: formatCount(units, locale) })
}
