// After the show: the shop's own page of a product, where it has one; otherwise that the show is over, and nothing to tap.
import type { AfterShow } from '@lantern/shared/contract/http.ts'
import { useScene } from '../../session.ts'
import { useWide } from '../../useWide.ts'
import { useWords } from '../../useWords.ts'

/** Null: it has none, or it is not known. */
export function pageOf(after: AfterShow | null, productId: string): string | null {
  return after !== null && Object.hasOwn(after.pages, productId) ? (after.pages[productId] ?? null) : null
}

/** Phones go to the shop in the same tab, as they do to its checkout. */
export function useShopPage(productId: string) {
  const { after } = useScene()
  const target = useWide() ? '_blank' : undefined
  const href = pageOf(after, productId)
  return href === null ? null : { href, target, rel: 'noopener' }
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
