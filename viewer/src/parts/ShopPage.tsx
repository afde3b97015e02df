// After the show: the shop's own page of a product, where it has one; otherwise that the show is over, and nothing to tap.
import { useScene } from '../session.ts'
import { useWide } from '../useWide.ts'
import { useWords } from '../useWords.ts'

/** Phones go to the shop in the same tab, as they do to its checkout. */
export function useShopPage(productId: string) {
  const { after } = useScene()
  const target = useWide() ? '_blank' : undefined
  const href = after?.pages[productId]
  return href === undefined ? null : { href, target, rel: 'noopener' }
}

export function ShopPage({ productId }: { readonly productId: string }) {
  const { t } = useWords()
  const page = useShopPage(productId)
  if (page === null) return <p className="told">{t('showOver')}</p>
  return (
    <a className="buy" {...page} data-testid="shop-page">
      {t('buy')}
      <small>{t('inTheShop')}</small>
    </a>
  )
}
