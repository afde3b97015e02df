// All coupons of the viewer, whatever they came from: which one is on the card, what is missing, and those of the past.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { Check } from 'lucide-react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { type CouponPlace, couponsIn, isGood, type OwnCoupon, placeOf } from '../../view/coupons.ts'
import { offOf, untilOf, whenOf } from './couponWords.ts'
import { Ticket } from './Ticket.tsx'
import { useFrontSum } from './useFrontSum.ts'

const RANK: Readonly<Record<CouponPlace['is'], number>> = { onCard: 0, fits: 1, kept: 2, missing: 3, otherGoods: 4 }

interface WalletProps {
  readonly room: RoomState
  /** So many at most, without those of the past; default: all. */
  readonly most?: number
}

export function Wallet({ room, most }: WalletProps) {
  const { t } = useWords()
  const { session, view } = useScene()
  const now = useNow(session.client.clock)
  const { card, deal } = useFrontSum(room)
  const all = couponsIn(view.own.rewards)
  if (all.length === 0) return <p className="wallet-none">{t('wallet.none')}</p>
  const good = all
    .filter((coupon) => isGood(coupon, now))
    .map((coupon) => ({ coupon, place: placeOf(coupon, { card, deal, room }) }))
    .sort((a, b) => RANK[a.place.is] - RANK[b.place.is])
  const past = all.filter((coupon) => !isGood(coupon, now))
  return (
    <div className="wallet">
      {good.slice(0, most).map((one) => (
        <Good key={one.coupon.reward.id} {...one} now={now} />
      ))}
      {most === undefined && past.length > 0 && <Past past={past} now={now} />}
    </div>
  )
}

interface GoodProps {
  readonly coupon: OwnCoupon
  readonly place: CouponPlace
  readonly now: number
}

function Good({ coupon: { reward, terms }, place, now }: GoodProps) {
  const words = useWords()
  const missing =
    place.is === 'missing'
      ? [words.t('wallet.missing', { money: words.money(place.missingMinor, terms.currency) })]
      : []
  const other = place.is === 'otherGoods' ? [words.t('wallet.otherGoods')] : []
  const sub = [...missing, ...other, untilOf(reward.until, now, words)].join(words.t('comma'))
  const mark = place.is === 'onCard' ? 'wallet.onCard' : place.is === 'kept' ? 'wallet.kept' : null
  return (
    <Ticket terms={terms} sub={sub} isResting={missing.length + other.length > 0} testId={`ticket-${place.is}`}>
      {mark !== null && (
        <em>
          <Check size={13} strokeWidth={3} aria-hidden="true" />
          {words.t(mark)}
        </em>
      )}
    </Ticket>
  )
}

function Past({ past, now }: { readonly past: readonly OwnCoupon[]; readonly now: number }) {
  const words = useWords()
  const { t, count, locale } = words
  const what = ({ reward: { state, until, holdId } }: OwnCoupon) => {
    // Used by no hold: in the shop.
    if (state === 'used') return t(holdId === null ? 'wallet.usedHere' : 'wallet.used')
    if (state === 'withdrawn') return t('wallet.withdrawn')
    return t('wallet.expired', { when: whenOf(until ?? now, now, locale) })
  }
  return (
    <details className="wallet-past" data-testid="wallet-past">
      <summary>{t('wallet.past', { n: count(past.length) })}</summary>
      <ul>
        {past.map((coupon) => (
          <li key={coupon.reward.id} data-state={coupon.reward.state}>
            <b>{offOf(coupon.terms, words)}</b> <span>{what(coupon)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
