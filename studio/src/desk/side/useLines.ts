// The lines of a hold in words: `2 × Washed linen shirt · M`.
import type { GrantedLine } from '@lantern/shared/contract/things.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../DeskContext.ts'

export function useLines(lines: readonly GrantedLine[]): string {
  const { locale } = useWords()
  const { room } = useDesk()
  const names = lines.map(({ offerId, quantity }) => {
    const offer = room.offers.find((each) => each.id === offerId)
    const product = room.products.find((each) => each.id === offer?.productId)
    const variant = product?.variants.find((each) => each.id === offer?.variantId)
    const title = product ? pickText(product.title, locale) : offerId
    const size = variant?.title ? pickText(variant.title, locale) : ''
    return `${quantity} × ${[title, size].filter(Boolean).join(' · ')}`
  })
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}
