// The body of a coupon's card: the ticket with the way to claim it, and once it is claimed one's own coupons.
import type { Coupon } from '@lantern/shared/features/coupon/contract.ts'
import { isOver } from '@lantern/shared/activities/states.ts'
import { createId } from '@lantern/shared/client/ids.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { Conditions } from '../../plays/Conditions.tsx'
import { missingIn } from '../../plays/missing.ts'
import { ActButton, PlayFine, PlayRow } from '../../plays/parts.tsx'
import type { BodyProps } from '../../plays/play.tsx'
import { useAct } from '../../plays/useAct.ts'
import { useScene } from '../../session.ts'
import { goodsOf, goodUntil, offOf, untilOf } from './couponWords.ts'
import { Ticket } from './Ticket.tsx'
import { useFrontSum } from './useFrontSum.ts'
import { Wallet } from './Wallet.tsx'

const IN_SIGHT = 2

export function CouponBody(props: BodyProps<Coupon>) {
  const { entry, one } = props
  const { own } = useScene().view
  const isMine = entry !== null || own.rewards.some(({ activityId }) => activityId === one.id)
  return isMine ? <Mine {...props} /> : <Offered {...props} />
}

function Offered(props: BodyProps<Coupon>) {
  const { one, room, words, steps } = props
  const { session } = useScene()
  const now = useNow(session.client.clock)
  const act = useAct()
  const sub = [goodsOf(one, room.products, words), untilOf(goodUntil(one.good, now), now, words)].join(words.t('comma'))
  const claim = async () => {
    const outcome = await act.send('coupon:claim', { activityId: one.id, requestId: createId() })
    if (outcome?.ok) session.notices.say(words.t('coupon.said', { off: offOf(one, words) }))
  }
  return (
    <>
      {steps && <Conditions steps={steps} products={room.products} />}
      <PlayRow>
        <Ticket terms={one} sub={sub} testId="coupon-ticket" />
        {one.given === 'claim' && <Claim {...props} busy={act.busy} onTap={() => void claim()} />}
      </PlayRow>
      <PlayFine refused={act.refusal !== null}>{act.refusal ?? `${one.title} · ${fineOf(one, words)}`}</PlayFine>
    </>
  )
}

function fineOf(one: Coupon, { t, count }: BodyProps<Coupon>['words']): string {
  if (isOver(one.state)) return t('coupon.over', { n: count(one.places - one.left), of: count(one.places) })
  return t(one.given === 'paid' ? 'coupon.byPaying' : 'coupon.byItself')
}

interface ClaimProps extends BodyProps<Coupon> {
  readonly busy: boolean
  readonly onTap: () => void
}

function Claim({ one, words, steps, mayEnter, busy, onTap }: ClaimProps) {
  const { t } = words
  const props = { busy, onTap, testId: 'coupon-claim' }
  if (isOver(one.state)) return null
  if (one.left === 0) return <ActButton {...props} label={t('coupon.gone')} state="wait" />
  const small = mayEnter ? t('coupon.oneEach') : missingIn({ one, steps, words })
  return <ActButton {...props} label={t('coupon.claim')} small={small} state={mayEnter ? 'go' : 'wait'} />
}

function Mine({ room, words: { t } }: BodyProps<Coupon>) {
  const { card } = useFrontSum(room)
  const isOn = card !== null && card.coupon !== null
  return (
    <>
      <Wallet room={room} most={IN_SIGHT} />
      <PlayFine>
        {isOn && <b>{t('wallet.bestOn')} · </b>}
        {t('wallet.rule')}
      </PlayFine>
    </>
  )
}
