// What is known of one member: what the shop said last, and what they did here.
import { hoursIn } from '@lantern/shared/contract/hours.ts'
import type { KnownMember } from '@lantern/shared/contract/members.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { useWords } from '../../words.ts'

export function MemberCard({ member }: { readonly member: KnownMember }) {
  const { say, locale } = useWords()
  const { customer, name, tier, points, storedValue, toldAt, devices, shows, holds, orders } = member
  const said = [
    tier ?? say('members.noTier'),
    ...(points === null ? [] : [say('members.points', { count: points })]),
    ...(storedValue === null
      ? []
      : [say('members.stored', { amount: formatMoney(storedValue.amountMinor, storedValue.currency, locale) })]),
  ]
  const did = [
    say('members.devices', { count: devices }),
    say('members.shows', { count: shows }),
    say('members.holds', { count: holds }),
    say('members.orders', { count: orders }),
  ]
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...hoursIn(locale) })
  return (
    <li className="member-card" data-testid={`member-${customer}`}>
      <b>{name ?? customer}</b>
      {name !== null && <span className="quiet small">{customer}</span>}
      <p>{said.join(' · ')}</p>
      <p className="quiet small">{did.join(' · ')}</p>
      {toldAt !== null && <p className="quiet small">{say('members.toldAt', { at: date.format(toldAt) })}</p>}
    </li>
  )
}
