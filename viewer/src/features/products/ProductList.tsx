// Products in rows: picture, title, price, stock; a row opens its product.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { Price } from '@lantern/shared/ui/Price.tsx'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { isReserved } from '../../view/holds.ts'
import type { DealView } from '../../view/useDeal.ts'
import { useDeal } from '../../view/useDeal.ts'
import { isInLine } from '../../view/waits.ts'
import { PriceFrom } from './PriceFrom.tsx'
import { pageOf, useShopPage } from './ShopPage.tsx'

export function ProductList({ room }: { readonly room: RoomState }) {
  // What can be bought at the shop comes before what can only be looked at.
  const { after } = useScene()
  const hasPage = (productId: string) => Number(pageOf(after, productId) !== null)
  const products = [...room.products].sort((a, b) => hasPage(b.id) - hasPage(a.id))
  return (
    <ul className="products">
      {products.map((product) => (
        <Row key={product.id} room={room} productId={product.id} />
      ))}
    </ul>
  )
}

function Row({ room, productId }: { readonly room: RoomState; readonly productId: string }) {
  const { open } = useScene()
  const shown = useDeal(room, productId)
  const page = useShopPage(productId)
  if (shown === null) return null
  if (page !== null && shown.action.kind === 'showOver') {
    return (
      <li>
        <a className="product-row product-row-shop" {...page} data-testid="shop-row">
          <RowWords room={room} shown={shown} />
          <AtShop />
        </a>
      </li>
    )
  }
  return (
    <li>
      <button
        className="product-row"
        onClick={() => open({ kind: 'product', id: productId })}
        data-testid="product-row"
      >
        <RowWords room={room} shown={shown} />
      </button>
    </li>
  )
}

function AtShop() {
  const { t } = useWords()
  return (
    <span className="at-shop">
      {t('buy')}
      <small>{t('inTheShop')}</small>
    </span>
  )
}

function RowWords({ room, shown }: { readonly room: RoomState; readonly shown: DealView }) {
  const { t, text, locale } = useWords()
  const { deal } = shown
  return (
    <>
      <ProductPicture product={deal.product} title={text(deal.product.title)} size={64} lazy />
      <span className="product-words">
        <span className="product-title">{text(deal.product.title)}</span>
        <span className="price-line">
          <PriceFrom isFrom={deal.isFrom} t={t}>
            <Price
              minor={deal.priceMinor}
              wasMinor={deal.wasMinor}
              currency={deal.currency}
              locale={locale}
              wasLabel={t('before')}
            />
          </PriceFrom>
        </span>
        <RowFact shown={shown} />
      </span>
      {room.show.phase === 'live' && room.pins.productIds[0] === deal.product.id && (
        <span className="product-mark" aria-hidden="true" />
      )}
    </>
  )
}

function RowFact({ shown: { deal, action, moment } }: { readonly shown: DealView }) {
  const { t, left } = useWords()
  const { kind } = action
  if (kind === 'checkout' || kind === 'atCheckout') {
    return <small className="fact fact-held">{t(isReserved(action.hold) ? 'heldForYou' : 'notReserved')}</small>
  }
  if (kind === 'paid' || kind === 'ordered') return <small className="fact fact-paid">{t(kind)}</small>
  if (kind === 'showOver' || kind === 'opensWithShow') return null
  if (deal.choices.some(({ offer }) => isInLine(offer.id, moment.waits))) {
    return <small className="fact fact-held">{t('inLine')}</small>
  }
  if (deal.left === 0) return <small className="fact">{t('soldOut')}</small>
  return (
    <small className="fact">
      {deal.sale !== null && <b className="fact-sale">{t('flashSale')} · </b>}
      {left(deal.left, deal.hasMore)}
    </small>
  )
}
