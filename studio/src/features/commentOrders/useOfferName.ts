// The name of an offer: `Washed linen shirt, M`.
import type { OfferId } from '@lantern/shared/contract/ids.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'

export function useOfferName(): (offerId: OfferId) => string {
  const { locale } = useWords()
  const { room } = useDesk()
  return (offerId) => {
    const offer = room.offers.find((each) => each.id === offerId)
    const product = room.products.find((each) => each.id === offer?.productId)
    const variant = product?.variants.find((each) => each.id === offer?.variantId)
    const size = variant?.title ? pickText(variant.title, locale) : ''
    return [product ? pickText(product.title, locale) : offerId, size].filter(Boolean).join(' · ')
  }
}
