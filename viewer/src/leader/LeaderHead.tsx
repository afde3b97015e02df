// The head of the page: group, show, pick-up point, the line, and what was not taken.
import { MapPin, Wifi, WifiOff } from 'lucide-react'
import { unsentOf } from './parcels.ts'
import type { ShowProps } from './showProps.ts'
import { useSaid } from './words.ts'

export function LeaderHead({ leader, state, show, onChoose }: ShowProps & { readonly onChoose: (id: string) => void }) {
  const { t, text, day } = useSaid()
  const { group, point, shows } = state
  const parts = [group.theme, text(show.title), day(show.startsAt)].filter(Boolean)
  const Line = leader.hasLine ? Wifi : WifiOff
  return (
    <>
      <header className="bound-head">
        <i className="bound-face" aria-hidden="true">
          {[...group.name][0]}
        </i>
        <div>
          <h1>{group.name}</h1>
          <p className="bound-sub">{parts.join(' · ')}</p>
        </div>
        <span className="bound-net" role="img" aria-label={t(leader.hasLine ? 'online' : 'offline')}>
          <Line size={20} aria-hidden="true" />
        </span>
      </header>
      {point && (
        <p className="lead-where">
          <MapPin size={18} aria-hidden="true" />
          <span>
            <b>{point.name}</b>
            {[point.address, point.hours, point.note].filter(Boolean).map((part) => ` · ${part}`)}
          </span>
        </p>
      )}
      {shows.length > 1 && (
        <label className="lead-shows">
          <span>{t('pickShow')}</span>
          <select value={show.id} onChange={({ target }) => onChoose(target.value)}>
            {shows.map((one) => (
              <option key={one.id} value={one.id}>
                {`${text(one.title)} · ${day(one.startsAt)}`}
              </option>
            ))}
          </select>
        </label>
      )}
      {group.isDeleted && <p className="bound-note">{t('deleted')}</p>}
      <Offline leader={leader} />
      <Refused leader={leader} />
    </>
  )
}

function Offline({ leader: { hasLine, loadedAt, waiting } }: Pick<ShowProps, 'leader'>) {
  const { t, time } = useSaid()
  const toSend = unsentOf(waiting).length
  if (hasLine) return null
  return (
    <div className="bound-off" role="status" data-testid="offline">
      <WifiOff size={20} aria-hidden="true" />
      <div>
        <b>{t('offline')}</b>
        {loadedAt !== null && <span className="bound-sub">{t('offlineWords', { at: time(loadedAt) })}</span>}
      </div>
      {toSend > 0 && <em data-testid="to-send">{t('toSend', { n: toSend })}</em>}
    </div>
  )
}

const WHY = { CODE_WRONG: 'refusedCode', ORDER_NOT_HERE: 'refusedOrder' } as const
const isTold = (code: string): code is keyof typeof WHY => code in WHY

function Refused({ leader: { waiting } }: Pick<ShowProps, 'leader'>) {
  const { t, count } = useSaid()
  const codes = waiting.flatMap(({ refused }) => refused ?? [])
  const [first] = codes
  if (first === undefined) return null
  return (
    <p className="bound-note" role="alert">
      {count('refused', codes.length, { why: t(isTold(first) ? WHY[first] : 'refusedOther') })}
    </p>
  )
}
