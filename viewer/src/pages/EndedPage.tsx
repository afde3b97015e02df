// After the show: thank you, what is still held, one's own orders, and what was on the table.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { HeldStrips } from '../parts/HeldStrip.tsx'
import { NextShow } from '../parts/NextShow.tsx'
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'
import { heldThing, isBought, isLive } from '../view/holds.ts'
import { PosterPage } from './PosterPage.tsx'

export function EndedPage({ room }: { readonly room: RoomState }) {
  const { t, text, locale } = useWords()
  const { holds, after } = useScene()
  const { show } = room
  const hasPages = after !== null && Object.keys(after.pages).length > 0
  const live = holds.filter(isLive)
  const orders = holds.filter((hold) => isBought(hold) || hold.state === 'late_paid' || hold.state === 'refunded')
  const first = (
    <>
      {live.length > 0 && <h2 className="small-head">{t('yourHolds')}</h2>}
      <HeldStrips room={room} holds={live} />
      {orders.length > 0 && <h2 className="small-head">{t('yourOrders')}</h2>}
      <Orders room={room} orders={orders} />
    </>
  )
  return (
    <PosterPage
      room={room}
      head={t(hasPages ? 'stillAtShop' : 'wasOnTable')}
      testId="ended"
      first={first}
      foot={after !== null && after.next !== null && <NextShow next={after.next} />}
    >
      <p className="poster-shop">{show.shopName}</p>
      <h1 className="poster-title">{t('ended')}</h1>
      <p className="poster-words">{text(show.title)}</p>
      {live.length > 0 && <p className="poster-words">{t('endedWords')}</p>}
      {show.endedAt !== null && (
        <p className="poster-words">{t('endedAt', { time: formatMoment(show.endedAt, locale) })}</p>
      )}
    </PosterPage>
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
