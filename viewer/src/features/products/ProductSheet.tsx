// One product on a sheet: large picture, price, stock, sizes, and the same button as its card.
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { useState } from 'react'
import { Below } from './Below.tsx'
import { CardAction } from './CardAction.tsx'
import { CardFacts } from './CardFacts.tsx'
import { CardHead } from './CardHead.tsx'
import { Choices } from './Choices.tsx'
import { Details } from './Details.tsx'
import { NoticeLine } from '../../parts/NoticeLine.tsx'
import { QuantityRow } from './QuantityRow.tsx'
import { WaitRows } from './WaitRows.tsx'
import type { SheetProps } from '../../places.ts'
import { useWords } from '../../useWords.ts'
import { useDeal } from '../../view/useDeal.ts'

const CHOSEN_BELOW: ReadonlySet<string> = new Set(['choose', 'chooseLine', 'soldOut'])
const nothing = () => undefined

export function ProductSheet({ room, id: productId }: SheetProps) {
  const shown = useDeal(room, productId)
  const { t, text } = useWords()
  const [forSale, setForSale] = useState(false)
  if (shown === null) return <p className="told">{t('notFound')}</p>
  const { deal, action } = shown
  const hasChoice = deal.choices.length > 1
  const isChosenBelow = hasChoice && CHOSEN_BELOW.has(action.kind)
  return (
    <article className="product" data-product={productId} aria-label={text(deal.product.title)} tabIndex={-1}>
      <ProductPicture className="product-picture" product={deal.product} title={text(deal.product.title)} />
      <div className="product-deal">
        <CardHead shown={shown} />
        <div className="product-body">
          <CardFacts room={room} shown={shown} untitled onChoose={nothing} />
          {!isChosenBelow && <CardAction shown={shown} onChoose={nothing} choosing={false} />}
        </div>
        <QuantityRow room={room} action={action} />
        <WaitRows deal={deal} />
        <Below room={room} shown={shown} onWait={() => setForSale(!forSale)} />
      </div>
      {hasChoice && room.show.phase !== 'ended' && (
        <Choices shown={shown} onTaken={() => setForSale(false)} forSale={forSale} />
      )}
      <Details showId={room.show.id} productId={productId} />
      <NoticeLine onSheet />
    </article>
  )
}
