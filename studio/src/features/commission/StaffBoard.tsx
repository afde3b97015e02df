// Who brought most orders that still count, in a show or in a month.
import type { SharerShow } from '@lantern/shared/contract/sharerPage.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'
import { formatMonth, lastMonths, ownZone } from './months.ts'

export function StaffBoard({ shows }: { readonly shows: readonly SharerShow[] }) {
  const { say, locale } = useWords()
  const months = lastMonths(new Date())
  const [of, setOf] = useState(months[0] ?? '')
  const isMonth = months.includes(of)
  const board = useQuery({
    queryKey: ['sharers', 'board', of],
    queryFn: () => api.sharersBoard(isMonth ? { ofMonth: of, zone: ownZone() } : { ofShow: of }),
    refetchInterval: 15_000,
  })
  const earned = (rows: readonly { currency: string; minor: number }[]) =>
    rows.map(({ currency, minor }) => formatMoney(minor, currency, locale)).join(' + ')
  return (
    <section className="sharers-part" aria-label={say('sharers.board')}>
      <h2>{say('sharers.board')}</h2>
      <label className="field">
        <span>{say('sharers.boardOf')}</span>
        <select data-testid="board-of" value={of} onChange={({ target }) => setOf(target.value)}>
          {shows.map(({ id, title, startsAt }) => (
            <option key={id} value={id}>{`${pickText(title, locale)}, ${formatMoment(startsAt, locale)}`}</option>
          ))}
          {months.map((month) => (
            <option key={month} value={month}>
              {formatMonth(month, locale)}
            </option>
          ))}
        </select>
      </label>
      <Problem error={board.data ? null : board.error} />
      {board.data?.rows.length === 0 && <p className="empty">{say('sharers.boardNone')}</p>}
      <ol className="sharers-board" data-testid="sharers-board">
        {board.data?.rows.map((row) => (
          <li key={row.id}>
            <span>{row.place}</span>
            <b>{row.name || say('commission.erased')}</b>
            <span>{say('sharers.boardOrders', { count: row.orders })}</span>
            <strong>{earned(row.earned)}</strong>
          </li>
        ))}
      </ol>
      <p className="sharers-fine">{say('sharers.boardCounted')}</p>
    </section>
  )
}
