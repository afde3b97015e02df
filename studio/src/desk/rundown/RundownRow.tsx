// One product of the rundown with its pin button, and its offers when they are opened.
import type { Product } from '@lantern/shared/contract/things.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { Panel } from '../../problems/Panel.tsx'
import { useWords } from '../../words.ts'
import { useDesk } from '../DeskContext.ts'
import type { ProductFigures } from '../figures.ts'
import { leftWords } from '../leftWords.ts'
import { OffersPanel } from '../offers/OffersPanel.tsx'
import { nextPins, pinPlace, type PinPlace } from './pins.ts'

interface RundownRowProps {
  readonly product: Product
  readonly figures: ProductFigures
}

export function RundownRow({ product, figures }: RundownRowProps) {
  const { locale } = useWords()
  const { room, may } = useDesk()
  const place = pinPlace(room.pins.productIds, product.id)
  const [opened, setOpened] = useState(false)
  const pinnable = may('pins:set') && room.show.phase !== 'ended'

  return (
    <li className="product" data-pin={place ?? 'none'} data-low={figures.low}>
      <span className="number">{product.number}</span>
      <ProductPicture product={product} title={pickText(product.title, locale)} size={54} lazy />
      <div className="product-text">
        <h3 title={pickText(product.title, locale)}>{pickText(product.title, locale)}</h3>
        <PriceAndStock product={product} figures={figures} />
      </div>
      <div className="product-acts">
        <OffersButton product={product} opened={opened} onClick={() => setOpened(!opened)} />
        {pinnable && <PinButton product={product} place={place} />}
      </div>
      {opened && (
        <Panel name="offers" className="offers">
          <OffersPanel product={product} />
        </Panel>
      )}
    </li>
  )
}

function PriceAndStock({ product, figures }: RundownRowProps) {
  const { say, locale } = useWords()
  const { room } = useDesk()
  const price = (minor: number) => formatMoney(minor, room.show.currency, locale)

  return (
    <p>
      <b>{figures.from ? say('rundown.from', { price: price(figures.priceMinor) }) : price(figures.priceMinor)}</b>
      {figures.wasMinor !== null && <s>{price(figures.wasMinor)}</s>}
      <span className="stock" data-testid={`stock-${product.id}`}>
        {leftWords({ say, locale }, figures.free, figures.allotted)}
      </span>
      {figures.waiting > 0 && <span className="in-line">{say('offers.waiting', { count: figures.waiting })}</span>}
    </p>
  )
}

interface OffersButtonProps {
  readonly product: Product
  readonly opened: boolean
  readonly onClick: () => void
}

function OffersButton({ product, opened, onClick }: OffersButtonProps) {
  const { say, locale } = useWords()

  return (
    <button
      className="icon-btn offers-btn"
      aria-expanded={opened}
      aria-label={`${say('offers.show')}: ${pickText(product.title, locale)}`}
      title={say('offers.show')}
      data-testid={`offers-of-${product.id}`}
      onClick={onClick}
    >
      <SlidersHorizontal size={16} aria-hidden="true" />
    </button>
  )
}

function PinButton({ product, place }: { readonly product: Product; readonly place: PinPlace }) {
  const { say, locale } = useWords()
  const { room, send } = useDesk()
  const word = place === 'front' ? 'pin.front' : place === 'pinned' ? 'pin.pinned' : 'pin.pin'

  return (
    <button
      className={place === 'front' ? 'btn main' : 'btn'}
      data-testid={`pin-${product.id}`}
      aria-pressed={place !== null}
      aria-keyshortcuts={product.number <= 9 ? String(product.number) : undefined}
      title={place === 'front' ? say('pin.takeOff') : place === 'pinned' ? say('pin.bringForward') : undefined}
      onClick={() => void send('pins:set', { productIds: nextPins(room.pins.productIds, product.id) })}
    >
      {say(word)}
      <span className="sr-only">: {pickText(product.title, locale)}</span>
      {place === null && product.number <= 9 && <kbd aria-hidden="true">{product.number}</kbd>}
    </button>
  )
}
