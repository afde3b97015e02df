// One quiet line: which tier the viewer has at the shop, and what is on their account there; on a card, that the price is their tier's own.
import type { OwnMember } from '@lantern/shared/contract/members.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { isPricedFor } from '../../view/atOwnPrice.ts'
import type { Deal } from '../../view/deal.ts'
import './member.css'

export function MemberFact({ deal }: { readonly deal: Deal }) {
  const { member, usual } = useScene()
  const { t } = useWords()
  if (member === null) return null
  const isPriced = deal.choices.some(({ offer, priceMinor }) => {
    const before = usual?.offers.find(({ id }) => id === offer.id)
    return before !== undefined && isPricedFor(member, before, priceMinor)
  })
  return isPriced ? (
    <p className="member-line" data-testid="member-price">
      {t('member.price', { tier: member.tier ?? t('member.is') })}
    </p>
  ) : null
}

/** Over the picture: a card on a small phone has no room for it. */
export function MemberLive() {
  const { member } = useScene()
  return member === null ? null : (
    <div className="member-live">
      <MemberLine member={member} />
    </div>
  )
}

export function HeldFact({ hold: { lines } }: { readonly hold: Hold }) {
  const { t } = useWords()
  const isPriced = lines.some(({ adjustments }) => adjustments.some(({ kind }) => kind === 'tier_price'))
  return isPriced ? (
    <p className="member-line" data-testid="member-price">
      {t('member.heldPrice')}
    </p>
  ) : null
}

export function MemberPoster() {
  const { member } = useScene()
  return member === null ? null : <MemberLine member={member} />
}

function MemberLine({ member: { tier, points, storedValue } }: { readonly member: OwnMember }) {
  const { t, count, money } = useWords()
  const parts = [
    t('member.is'),
    ...(tier === null ? [] : [tier]),
    ...(points === null
      ? []
      : [t(points === 1 ? 'member.points_one' : 'member.points_other', { count: count(points) })]),
    ...(storedValue === null
      ? []
      : [t('member.stored', { amount: money(storedValue.amountMinor, storedValue.currency) })]),
  ]
  return (
    <p className="member-line" data-testid="member">
      {parts.join(' · ')}
    </p>
  )
}
