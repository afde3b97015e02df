// One quiet line: which tier the viewer has at the shop, and what is on their account there.
import type { OwnMember } from '@lantern/shared/contract/members.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import './member.css'

export function MemberFact() {
  const { member } = useScene()
  return member === null ? null : <MemberLine member={member} />
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
