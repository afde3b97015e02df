// After the show: one's own orders, each with what became of it.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import type { RoomProps } from '../../places.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { heldThing, isBought } from '../../view/holds.ts'

export function OwnOrders({ room }: RoomProps) {
  const { t } = useWords()
  const { holds } = useScene()
  const orders = holds.filter((hold) => isBought(hold) || hold.state === 'late_paid' || hold.state === 'refunded')
  return (
    <>
      {orders.length > 0 && <h2 className="small-head">{t('yourOrders')}</h2>}
      <Orders room={room} orders={orders} />
    </>
  )
}

function Orders({ room, orders }: { readonly room: RoomState; readonly orders: readonly Hold[] }) {
  return (
    <ul className="orders">
      {orders.map((hold) => (
        <Order key={hold.id} room={room} hold={hold} />
      ))}
    </ul>
  )
}

const STATE_WORDS = {
  authorised: 'orderedWords',
  paid: 'paid',
  late_paid: 'latePaidWords',
  refunded: 'refundedWords',
} as const

const isTold = (state: Hold['state']): state is keyof typeof STATE_WORDS => state in STATE_WORDS

function Order({ room, hold }: { readonly room: RoomState; readonly hold: Hold }) {
  const { t, text, money } = useWords()
  const thing = heldThing(room, hold)
  const state = isTold(hold.state) ? hold.state : 'paid'
  if (thing === null) return null
  const size = thing.product.variants.length > 1 ? text(thing.variant.title) : ''
  return (
    <li className="order" data-testid={state}>
      <ProductPicture product={thing.product} title={text(thing.product.title)} size={48} />
      <span className="order-words">
        <b>{[text(thing.product.title), size].filter(Boolean).join(' · ')}</b>
        <small className={`order-state order-${state}`}>{t(STATE_WORDS[state])}</small>
        {hold.orderId !== null && <small>{t('order', { id: hold.orderId })}</small>}
      </span>
      <b>{money(hold.totalMinor, hold.currency)}</b>
    </li>
  )
}
