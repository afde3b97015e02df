// Where the shop has refused somebody who came with a coupon: the same hold without it, at the price that is said.
import type { Hold } from '@lantern/shared/contract/things.ts'
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'
import { mayLeaveCoupon, sumOfHold } from '../view/coupons.ts'

export function LeaveCoupon({ hold }: { readonly hold: Hold | null }) {
  const { t, money } = useWords()
  const { address, openedAt, actions } = useScene().session
  if (hold === null || !mayLeaveCoupon(hold, { notice: address.notice, openedAt: openedAt() })) return null
  const { sumMinor, currency } = sumOfHold(hold)
  return (
    <button className="link leave-coupon" onClick={() => void actions.leaveCoupon(hold)} data-testid="leave-coupon">
      {t('wallet.without', { price: money(sumMinor, currency) })}
    </button>
  )
}
