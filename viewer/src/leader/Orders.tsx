// Who has ordered what, and what became of each parcel.
import { Check, Clock, TriangleAlert } from 'lucide-react'
import type { ShowProps } from './showProps.ts'
import type { Goods, Parcel } from './parcels.ts'
import { useSaid } from './words.ts'

export function Orders({ parcels, ...props }: ShowProps & { readonly parcels: readonly Parcel[] }) {
  const { t, time } = useSaid()
  const { show } = props
  const done = countDone(parcels)
  if (parcels.length === 0) return <p className="bound-box bound-empty">{t('noOrders')}</p>
  return (
    <>
      <section className="bound-box lead-prog">
        <b data-testid="progress">{t('progress', { n: done, all: parcels.length })}</b>
        <span className="bound-sub">
          {show.arrivedAt === null ? t('notArrived') : t('arrivedAt', { at: time(show.arrivedAt), n: show.told })}
        </span>
        <progress max={parcels.length} value={done} aria-hidden="true" />
      </section>
      <ul className="bound-box" data-testid="parcels">
        {parcels.map((parcel) => (
          <ParcelRow key={parcel.key} parcel={parcel} {...props} />
        ))}
      </ul>
    </>
  )
}

export const countDone = (parcels: readonly Parcel[]) =>
  parcels.filter(({ state }) => state === 'waiting' || state === 'handed').length

function ParcelRow({ parcel, state, show }: ShowProps & { readonly parcel: Parcel }) {
  const { t, money, time } = useSaid()
  const things = useThings(state)
  const name = parcel.name || t('someone')
  const isDone = parcel.state === 'waiting' || parcel.state === 'handed'
  return (
    <li className="lead-ord" data-testid={`parcel-${parcel.state}`} data-done={isDone}>
      <i className="bound-face" aria-hidden="true">
        {[...name][0]?.toLocaleUpperCase()}
      </i>
      <div>
        <b>{name}</b>
        <span className="bound-sub">{things(parcel.lines)}</span>
        {parcel.twice.length > 0 && (
          <span className="lead-twice" data-testid="twice">
            <TriangleAlert size={14} aria-hidden="true" />
            {t('twice', { at: parcel.twice.map(time).join(', ') })}
          </span>
        )}
      </div>
      <div className="lead-end">
        <strong>{money(parcel.totalMinor, show.currency)}</strong>
        <Standing parcel={parcel} />
      </div>
    </li>
  )
}

function Standing({ parcel: { state, at } }: { readonly parcel: Parcel }) {
  const { t, time } = useSaid()
  if (at === null)
    return (
      <span className={state === 'ready' ? 'lead-paid' : 'lead-open'}>{t(state === 'ready' ? 'paid' : 'notPaid')}</span>
    )
  const Icon = state === 'waiting' ? Clock : Check
  return (
    <span className="lead-ho" role="img" aria-label={t(state === 'waiting' ? 'waiting' : 'handed', { at: time(at) })}>
      <Icon size={13} strokeWidth={2.5} aria-hidden="true" />
      {time(at)}
    </span>
  )
}

function useThings(state: ShowProps['state']) {
  const { text } = useSaid()
  return (lines: readonly Goods[]) =>
    lines
      .map(({ offerId, quantity }) => {
        const thing = state.goods[offerId]
        const name = thing === undefined ? '' : [text(thing.title), text(thing.variant)].filter(Boolean).join(' ')
        return quantity === 1 ? name : `${name} × ${quantity}`
      })
      .join(', ')
}
