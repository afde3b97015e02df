// The card of one product: what it is, what it costs, how many are left, and the one button.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useDeal } from '../../view/useDeal.ts'
import { useWords } from '../../useWords.ts'
import { Below } from './Below.tsx'
import { CardHead } from './CardHead.tsx'
import { CardAction } from './CardAction.tsx'
import { CardFacts } from './CardFacts.tsx'
import { Choices } from './Choices.tsx'
import { QuantityRow } from './QuantityRow.tsx'
import { readSaleLine } from '../../view/waits.ts'
import { WaitRows } from './WaitRows.tsx'

const QUIET: ReadonlySet<string> = new Set(['soldOut', 'limit', 'joinLine', 'chooseLine', 'inLine'])
const OPENS_CHOICE: ReadonlySet<string> = new Set(['choose', 'chooseLine', 'paid'])

interface CardProps {
  readonly room: RoomState
  readonly productId: string
}

export function Card({ room, productId }: CardProps) {
  const { text } = useWords()
  const shown = useDeal(room, productId)
  const [choosing, setChoosing] = useState<'buy' | 'line' | null>(null)
  const card = useRef<HTMLElement>(null)
  // Where the card is taller than its place, what was opened is shown.
  useEffect(() => {
    if (choosing !== null) card.current?.querySelector('.choices')?.scrollIntoView({ block: 'nearest' })
  }, [choosing])
  if (shown === null) return null

  const { deal, action, free } = shown
  const mayChoose = free.kind === 'choose' || free.kind === 'chooseLine'
  const choosesLine = choosing === 'line' && readSaleLine(deal, shown.moment) !== null
  const opensChoice = choosesLine || (choosing === 'buy' && mayChoose && OPENS_CHOICE.has(action.kind))
  const toggle = (mode: 'buy' | 'line') => () => setChoosing(choosing === mode ? null : mode)
  const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && setChoosing(null)
  return (
    <article
      ref={card}
      aria-label={text(deal.product.title)}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className={QUIET.has(action.kind) ? 'card card-quiet' : 'card'}
      data-testid="card"
      data-product={productId}
    >
      <CardHead shown={shown} />
      <div className="card-body">
        <ProductPicture className="shot" product={deal.product} title={text(deal.product.title)} size={84} />
        <CardFacts room={room} shown={shown} onChoose={toggle('buy')} />
        <CardAction shown={shown} onChoose={toggle('buy')} choosing={opensChoice && !choosesLine} />
      </div>
      <QuantityRow room={room} action={action} />
      <WaitRows deal={deal} />
      <Below room={room} shown={shown} onWait={toggle('line')} />
      {opensChoice && <Choices shown={shown} onTaken={() => setChoosing(null)} forSale={choosesLine} />}
    </article>
  )
}
