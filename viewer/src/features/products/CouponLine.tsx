// The coupon as a line of its own on a card: what it came to before, and what comes off.
import { TicketPercent } from 'lucide-react'
import { useWords } from '../../useWords.ts'
import type { CardSum } from '../../view/coupons.ts'
import './couponLine.css'

export function CouponLine({ sum: { sumMinor, currency, coupon } }: { readonly sum: CardSum }) {
  const { t, money } = useWords()
  if (coupon === null) return null
  return (
    <span className="coupon-line" data-testid="coupon-line">
      <TicketPercent size={14} aria-hidden="true" />
      <span>
        {money(sumMinor, currency)} <b>{t('wallet.line', { money: money(coupon.offMinor, currency) })}</b>
      </span>
    </span>
  )
}
