// One coupon as a ticket with its notches: how much on the left, on the right for what, and a note where it has one.
import type { ReactNode } from 'react'
import type { CouponTerms } from '@lantern/shared/rewards/reward.ts'
import { useWords } from '../../useWords.ts'
import { fromOf, offOf } from './couponWords.ts'

/** More characters would break in two. */
const MOST_LARGE = 4

interface TicketProps {
  readonly terms: CouponTerms
  /** Under the least purchase. */
  readonly sub: string
  /** Not of use right now. */
  readonly isResting?: boolean
  readonly children?: ReactNode
  readonly testId?: string
}

export function Ticket({ terms, sub, isResting = false, children, testId }: TicketProps) {
  const words = useWords()
  return (
    <div className="ticket" data-resting={isResting} data-testid={testId}>
      <b data-long={offOf(terms, words).length > MOST_LARGE}>
        {offOf(terms, words)}
        <small>{words.t('coupon.off')}</small>
      </b>
      <span>
        <strong>{fromOf(terms, words)}</strong>
        {sub}
      </span>
      {children}
    </div>
  )
}
