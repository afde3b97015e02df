// What a sharer's links have brought: people and orders, money that is pending, confirmed and paid, and each row with its reason.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { CommissionLine } from '@lantern/shared/contract/commission.ts'
import type { MySharing, OwnSharing } from '@lantern/shared/features/commission/contract.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { useState } from 'react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { Terms } from './Terms.tsx'
import type { Sharing } from './useSharing.ts'
import { useRate } from './useRate.ts'

interface OwnEarningsProps {
  readonly room: RoomState
  readonly sharing: Sharing
  readonly me: OwnSharing
  readonly terms: MySharing['terms']
}

export function OwnEarnings({ room, sharing, me, terms }: OwnEarningsProps) {
  const { t, count } = useWords()
  const counts = { people: count(me.people), opens: count(me.opens), holds: count(me.holds), orders: count(me.orders) }
  return (
    <section className="earn" aria-labelledby="earn-title" data-testid="own-earnings">
      <h3 id="earn-title">{t(me.isOver ? 'sharing.over' : 'sharing.as', { name: me.name })}</h3>
      {!me.isOver && <Terms room={room} sharing={sharing} />}
      <a className="earn-page" data-testid="my-page" href={`/my/${me.page}`} target="_blank" rel="noreferrer">
        {t('sharing.page')}
      </a>
      <p data-testid="sharer-counts">{t('sharing.counts', counts)}</p>
      <Money me={me} currency={room.show.currency} freezeDays={terms.freezeDays} />
      {me.lines.length > 0 && (
        <details>
          <summary>{t('sharing.rows')}</summary>
          <ul className="earn-rows" data-testid="sharer-rows">
            {me.lines.map((line, nth) => (
              <Row key={`${line.at} ${nth}`} line={line} />
            ))}
          </ul>
        </details>
      )}
      {!me.isOver && <Leave sharing={sharing} />}
      {sharing.refusal !== null && <p className="earn-refused">{sharing.refusal}</p>}
    </section>
  )
}

function Money({ me, currency, freezeDays }: { me: OwnSharing; currency: string; freezeDays: number }) {
  const { t, money } = useWords()
  const sums = me.money.length > 0 ? me.money : [{ currency, pendingMinor: 0, confirmedMinor: 0, paidMinor: 0 }]
  return sums.map((sum) => (
    <dl className="earn-money" key={sum.currency} data-testid="sharer-money">
      <dt>
        {t('sharing.pending')} <small>{t('sharing.pendingWhy', { days: freezeDays })}</small>
      </dt>
      <dd>{money(sum.pendingMinor, sum.currency)}</dd>
      <dt>{t('sharing.confirmed')}</dt>
      <dd>{money(sum.confirmedMinor, sum.currency)}</dd>
      <dt>{t('sharing.paid')}</dt>
      <dd>{money(sum.paidMinor, sum.currency)}</dd>
    </dl>
  ))
}

const MINUTE_MS = 60_000

/** What goes back is no sum of its own that waits: of it the day alone is said. */
function Row({ line }: { readonly line: CommissionLine }) {
  const { t, text, money, count, locale } = useWords()
  const now = useNow(useScene().session.client.clock, MINUTE_MS)
  const rate = useRate()(line.rate, line.currency)
  const base = money(line.baseMinor, line.currency)
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const title = line.title === null ? t('sharing.product') : text(line.title)
  return (
    <li>
      <div>
        <b>{line.quantity > 1 ? `${title} × ${count(line.quantity)}` : title}</b>
        <small>
          {t(line.level === 1 ? 'sharing.level1' : 'sharing.level2')} · {t(`sharing.${line.why}`, { rate, base })}
          <br />
          {day.format(line.at)}
          {line.why !== 'reversed' &&
            ` · ${t(line.confirmedAt > now ? 'sharing.until' : 'sharing.since', { day: day.format(line.confirmedAt) })}`}
        </small>
      </div>
      <span data-below={line.amountMinor < 0}>{money(line.amountMinor, line.currency)}</span>
    </li>
  )
}

/** Asked once more: it is for good. */
function Leave({ sharing }: { readonly sharing: Sharing }) {
  const { t } = useWords()
  const [isAsked, setIsAsked] = useState(false)
  if (!isAsked) {
    return (
      <button className="earn-leave" data-testid="sharer-leave" onClick={() => setIsAsked(true)}>
        {t('sharing.leave')}
      </button>
    )
  }
  return (
    <div className="earn-asked">
      <p>{t('sharing.leaveQuestion')}</p>
      <button className="act" data-testid="sharer-leave-yes" onClick={() => void sharing.leave()}>
        {t('sharing.leaveYes')}
      </button>
      <button className="act" onClick={() => setIsAsked(false)}>
        {t('sharing.leaveNo')}
      </button>
    </div>
  )
}
