// The card of one product: what it is, what it costs, how many are left, and the one button.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { useState } from 'react'
import { useDeal } from '../view/useDeal.ts'
import { Below } from './Below.tsx'
import { CardHead } from './CardHead.tsx'
import { CardAct } from './CardAct.tsx'
import { CardFacts } from './CardFacts.tsx'
import { Choices } from './Choices.tsx'
import { QuantityRow } from './QuantityRow.tsx'
import { WaitRows } from './WaitRows.tsx'

const QUIET: ReadonlySet<string> = new Set(['soldOut', 'limit', 'joinLine', 'chooseLine', 'inLine'])
const OPENS_CHOICE: ReadonlySet<string> = new Set(['choose', 'chooseLine', 'paid'])

interface CardProps {
  readonly room: RoomState
  readonly productId: string
}

export function Card({ room, productId }: CardProps) {
  const shown = useDeal(room, productId)
  const [choosing, setChoosing] = useState(false)
  if (shown === null) return null

  const { deal, action, free } = shown
  const mayChoose = free.kind === 'choose' || free.kind === 'chooseLine'
  const opensChoice = choosing && mayChoose && OPENS_CHOICE.has(action.kind)
  return (
    <article
      className={QUIET.has(action.kind) ? 'card card-quiet' : 'card'}
      data-testid="card"
      data-product={productId}
    >
      <CardHead shown={shown} />
      <div className="card-body">
        <img className="shot" src={deal.product.picture} alt="" width={84} height={84} />
        <CardFacts room={room} shown={shown} onChoose={() => setChoosing(!choosing)} />
        <CardAct shown={shown} onChoose={() => setChoosing(!choosing)} choosing={opensChoice} />
      </div>
      <QuantityRow room={room} action={action} />
      <WaitRows deal={deal} />
      <Below room={room} shown={shown} />
      {opensChoice && <Choices shown={shown} onTaken={() => setChoosing(false)} />}
    </article>
  )
}
