// Each row of what was earned, with its order, its rules, its level and why, and the month's file.
import { Download } from 'lucide-react'
import { useState } from 'react'
import type { PartProps } from './partProps.ts'
import { rateIn, useSaid } from './words.ts'

export function Statement({ sharer, state }: PartProps) {
  const { t } = useSaid()
  return (
    <section className="bound-box sharer-box" aria-labelledby="sharer-rows">
      <h2 id="sharer-rows">
        {t('statement')} <small>{t('newest')}</small>
      </h2>
      {state.lines.length === 0 && <p className="bound-sub">{t('noRows')}</p>}
      <ul className="sharer-rows" data-testid="sharer-rows">
        {state.lines.map((line, nth) => (
          <Row key={`${line.at} ${nth}`} line={line} now={state.now} />
        ))}
      </ul>
      {sharer.hasLine && <Months sharer={sharer} state={state} />}
    </section>
  )
}

interface RowProps {
  readonly line: PartProps['state']['lines'][number]
  readonly now: number
}

/** What goes back is no sum of its own that waits: of it the day alone is said. */
function Row({ line, now }: RowProps) {
  const said = useSaid()
  const { t, text, money, day } = said
  const title = line.title === null ? t('product') : text(line.title)
  const rate = rateIn(said, line.rate, line.currency)
  const base = money(line.baseMinor, line.currency)
  const until = t(line.confirmedAt > now ? 'until' : 'since', { day: day(line.confirmedAt) })
  const why = line.level === 1 ? line.link || t('level1Why') : t('level2Why', { name: line.by || t('someone') })
  return (
    <li>
      <div>
        <b>{line.quantity > 1 ? `${title} × ${line.quantity}` : title}</b>
        <span className="bound-sub">
          <em>{t(line.level === 1 ? 'level1' : 'level2')}</em> {why}
        </span>
        <span className="bound-sub">{t(line.why, { rate, base })}</span>
        <span className="bound-sub">{line.why === 'reversed' ? day(line.at) : `${day(line.at)} · ${until}`}</span>
        <span className="bound-sub sharer-order">{t('order', { id: line.orderId, version: line.rules })}</span>
      </div>
      <strong data-below={line.amountMinor < 0}>{money(line.amountMinor, line.currency)}</strong>
    </li>
  )
}

const MOST_MONTHS = 24

/** Since they share, the latest first, by the phone's calendar. */
function monthsOf({ now, joinedAt }: PartProps['state']): string[] {
  const [last, first] = [new Date(now), new Date(joinedAt)]
  const count = (last.getFullYear() - first.getFullYear()) * 12 + last.getMonth() - first.getMonth() + 1
  return Array.from({ length: Math.min(MOST_MONTHS, count) }, (_, nth) => {
    const month = new Date(last.getFullYear(), last.getMonth() - nth)
    return `${month.getFullYear()}-${String(month.getMonth() + 1).padStart(2, '0')}`
  })
}

function Months({ sharer, state }: PartProps) {
  const { t, locale } = useSaid()
  const months = monthsOf(state)
  const [month, setMonth] = useState(months[0] ?? '')
  const named = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  return (
    <div className="sharer-months">
      <select aria-label={t('month')} value={month} onChange={({ target }) => setMonth(target.value)}>
        {months.map((one) => (
          <option key={one} value={one}>
            {named.format(new Date(`${one}-01T00:00:00Z`))}
          </option>
        ))}
      </select>
      <a className="bound-side" data-testid="statement" href={sharer.api.statementOf(month)} download>
        <Download size={18} aria-hidden="true" />
        {t('csv')}
      </a>
    </div>
  )
}
