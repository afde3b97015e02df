// The front product: picture, title, price, honest stock, and the flash sale's band with its countdown.
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { Price } from '@lantern/shared/ui/Price.tsx'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { StockBar } from '@lantern/shared/ui/StockBar.tsx'
import { isPlenty } from '@lantern/shared/ui/units.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import type { LayerProps, RoomProps } from '../../places.ts'
import { type Deal, readDeal } from '../../view/deal.ts'
import { useScene, useStepMs, useWords } from '../../overlay/scene.ts'
import { PriceFrom } from './PriceFrom.tsx'

export function OverlayCard({ room }: LayerProps) {
  const front = room.pins.productIds[0]
  return front === undefined ? null : <Card key={front} room={room} productId={front} />
}

function Card({ room, productId }: RoomProps & { readonly productId: string }) {
  const { t, text, count, locale } = useWords()
  const { client } = useScene()
  const deal = readDeal(room, productId, useNow(client.clock, useStepMs()))
  if (deal === null) return null
  const isOut = deal.left === 0
  return (
    <article
      className="overlay-card overlay-pin"
      data-testid="overlay-card"
      data-product={productId}
      data-phase={deal.phase}
      data-out={isOut}
    >
      <Band deal={deal} />
      <div className="overlay-body">
        <div className="overlay-shot">
          <ProductPicture product={deal.product} title={text(deal.product.title)} />
          <span className="overlay-number">{t('number', { n: count(deal.product.number) })}</span>
        </div>
        <div className="overlay-facts">
          <h1>{text(deal.product.title)}</h1>
          <p className="overlay-price">
            <PriceFrom isFrom={deal.isFrom} t={t}>
              <Price
                minor={deal.priceMinor}
                wasMinor={deal.wasMinor}
                currency={deal.currency}
                locale={locale}
                wasLabel={t('before')}
                testId="overlay-price"
              />
            </PriceFrom>
          </p>
          <Stock deal={deal} />
        </div>
      </div>
    </article>
  )
}

/** Sold out outweighs the sale: nobody should run for what is gone. */
function Band({ deal }: { readonly deal: Deal }) {
  const { t, count } = useWords()
  const { client } = useScene()
  const stepMs = useStepMs()
  if (deal.left === 0) {
    return (
      <header className="overlay-band overlay-band-out" data-testid="overlay-sold-out">
        <b>{t('soldOut')}</b>
      </header>
    )
  }
  const { sale, phase } = deal
  if (sale === null) return null
  const isAnnounced = phase === 'announced'
  return (
    <header className={`overlay-band overlay-band-${phase}`} data-testid="overlay-sale" data-phase={phase}>
      <b>{t(phase === 'closing' ? 'saleClosing' : 'flashSale')}</b>
      <small>{isAnnounced ? t('startsIn') : t('each', { n: count(deal.perViewer) })}</small>
      <Countdown
        clock={client.clock}
        until={isAnnounced ? sale.opensAt : sale.closesAt}
        stepMs={stepMs}
        testId="overlay-countdown"
      />
    </header>
  )
}

function Stock({ deal: { left, of, sale, mayReturn, mayCome, hasMore } }: { readonly deal: Deal }) {
  const { t, count } = useWords()
  if (left === 0) {
    return (
      <p className="overlay-stock" data-testid="overlay-stock" data-left={0}>
        {mayReturn > 0 ? t('mayReturn', { n: count(mayReturn) }) : t(mayCome ? 'mayCome' : 'soldOutQuiet')}
      </p>
    )
  }
  return (
    <p className="overlay-stock" data-testid="overlay-stock" data-left={left} data-of={of}>
      {!hasMore && <StockBar left={left} of={of} />}
      <span>
        <b key={left}>{hasMore || isPlenty(left) ? t('inStock') : t('left', { n: count(left) })}</b>{' '}
        {sale !== null && t('ofTotal', { n: count(of) })}
      </span>
    </p>
  )
}
