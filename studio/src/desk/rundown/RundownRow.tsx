// One product of the rundown, with what features do with it.
import type { Product } from '@lantern/shared/contract/things.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { useState } from 'react'
import { Panel } from '../../problems/Panel.tsx'
import { useParts } from '../../useParts.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../DeskContext.ts'
import type { ProductFigures } from '../figures.ts'
import { leftWords } from '../leftWords.ts'

interface RundownRowProps {
  readonly product: Product
  readonly figures: ProductFigures
}

export function RundownRow({ product, figures }: RundownRowProps) {
  const { locale } = useWords()
  const { room } = useDesk()
  const parts = useParts('rundown.row')
  const [opened, setOpened] = useState<string | null>(null)
  const open = parts.find(({ key }) => key === opened)
  const marks = Object.fromEntries(parts.flatMap(({ marks: of }) => Object.entries(of?.(room, product) ?? {})))

  return (
    <li className="product" data-low={figures.low} {...marks}>
      <span className="number">{product.number}</span>
      <ProductPicture product={product} title={pickText(product.title, locale)} size={54} lazy />
      <div className="product-text">
        <h3 title={pickText(product.title, locale)}>{pickText(product.title, locale)}</h3>
        <PriceAndStock product={product} figures={figures} />
      </div>
      <div className="product-acts">
        {parts.map(({ key, Button }) => (
          <Button
            key={key}
            product={product}
            opened={key === opened}
            onToggle={() => setOpened(key === opened ? null : key)}
          />
        ))}
      </div>
      {open?.Under && (
        <Panel name={open.key} className={open.key}>
          <open.Under product={product} />
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
