// Where the shop has refused somebody who came with a coupon: the same hold without it, at the price that is said.
import type { Hold } from '@lantern/shared/contract/things.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { sumOfHold } from '../../view/coupons.ts'

const REFUSED: readonly (string | null)[] = ['SHOP_REFUSED', 'PRICE_DIFFERS']

export function LeaveCoupon({ hold }: { readonly hold: Hold | null }) {
  const { t, money } = useWords()
  const { address, actions } = useScene().session
  if (hold?.state !== 'held' || !REFUSED.includes(address.notice)) return null
  const { sumMinor, currency, coupon } = sumOfHold(hold)
  if (coupon === null) return null
  return (
    <button className="link leave-coupon" onClick={() => void actions.leaveCoupon(hold)} data-testid="leave-coupon">
      {t('wallet.without', { price: money(sumMinor, currency) })}
    </button>
  )
}
