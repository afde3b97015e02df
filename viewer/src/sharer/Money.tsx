// What is pending, confirmed and paid, in each currency that something was earned in.
import { Check, Clock } from 'lucide-react'
import type { PartProps } from './partProps.ts'
import { useSaid } from './words.ts'

export function Money({ state }: Pick<PartProps, 'state'>) {
  const { t } = useSaid()
  return (
    <section className="bound-box sharer-box" aria-labelledby="sharer-money">
      <h2 id="sharer-money">
        {t('money')} <small>{t('allShows')}</small>
      </h2>
      {state.money.map((sum) => (
        <Sums key={sum.currency} state={state} sum={sum} />
      ))}
      {state.money.length === 0 && <p className="bound-sub sharer-end">{t('noRows')}</p>}
    </section>
  )
}

interface SumsProps extends Pick<PartProps, 'state'> {
  readonly sum: PartProps['state']['money'][number]
}

function Sums({ state, sum }: SumsProps) {
  const { t, money, day } = useSaid()
  const { currency } = sum
  const last = state.payouts.find((one) => one.currency === currency)
  const paid = last === undefined ? t('notPaid') : t('paidWhy', { day: day(last.at) })
  const rows = [
    { key: 'pending', Icon: Clock, minor: sum.pendingMinor, why: t('pendingWhy', { days: state.terms.freezeDays }) },
    { key: 'confirmed', Icon: Check, minor: sum.confirmedMinor, why: t(whyOf(sum.confirmedMinor)) },
    { key: 'paid', Icon: Check, minor: sum.paidMinor, why: paid },
  ] as const
  return (
    <ul className="sharer-money" data-testid="sharer-money">
      {rows.map(({ key, Icon, minor, why }) => (
        <li key={key} data-sum={key}>
          <i aria-hidden="true">
            <Icon size={16} />
          </i>
          <div>
            <b>{t(key)}</b>
            <span className="bound-sub">{why}</span>
          </div>
          <strong>{money(minor, currency)}</strong>
        </li>
      ))}
    </ul>
  )
}

const whyOf = (minor: number): 'owed' | 'confirmedWhy' => (minor < 0 ? 'owed' : 'confirmedWhy')
