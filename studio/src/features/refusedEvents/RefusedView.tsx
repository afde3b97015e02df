// The shop's events that were refused: when, what they named, why, and what staff can do about it.
import { type RefusedEvent, UNPROVEN_REASONS } from '@lantern/shared/contract/refusedEvents.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'
import './refusedEvents.css'

const UNPROVEN: ReadonlySet<string> = new Set(UNPROVEN_REASONS)

export function RefusedView() {
  const { say } = useWords()
  const events = useQuery({ queryKey: ['refused'], queryFn: api.refusedEvents, refetchInterval: 15_000 })
  const refused = events.data?.refused

  return (
    <section className="refused" data-testid="refused-events" aria-busy={events.isFetching}>
      <h2>{say('refused.title')}</h2>
      <p className="quiet small">{say('refused.lead')}</p>
      <Problem error={refused ? null : events.error} />
      {refused?.length === 0 && <p className="empty">{say('refused.none')}</p>}
      {refused && refused.length > 0 && (
        <ul tabIndex={0} aria-label={say('refused.title')}>
          {refused.map((event) => (
            <Row key={event.id} event={event} />
          ))}
        </ul>
      )}
      <p className="shop-act">
        <button className="btn" disabled={events.isFetching} onClick={() => void events.refetch()}>
          {say('refused.look')}
        </button>
      </p>
    </section>
  )
}

function Row({ event }: { readonly event: RefusedEvent }) {
  const { say, locale } = useWords()
  const { reason, times, firstAt, lastAt } = event
  const [first, last] = [formatMoment(firstAt, locale), formatMoment(lastAt, locale)]

  return (
    <li data-reason={reason}>
      <p className="refused-head">
        <b>{say(`refused.${reason}`)}</b>
        <small className="quiet">
          {first !== last && `${first} – `}
          {last}
          {times > 1 && ` · ${say('refused.times', { count: times })}`}
        </small>
      </p>
      <Names event={event} />
      <p>{say(`refused.${reason}.do`)}</p>
      {UNPROVEN.has(reason) && <p className="quiet small">{say('refused.anybody')}</p>}
    </li>
  )
}

/** What it says of itself, as it stands there: set apart, so that it does not turn the text around it. */
function Names({ event: { topic, order, hold, why } }: { readonly event: RefusedEvent }) {
  const { say } = useWords()
  const named = [
    { what: null, name: topic },
    { what: say('refused.order'), name: order },
    { what: say('refused.hold'), name: hold },
    { what: say('refused.part'), name: why },
  ].filter(({ name }) => name !== null)
  if (named.length === 0) return null

  return (
    <p className="refused-names">
      {named.map(({ what, name }) => (
        <span key={what}>
          {what !== null && <small className="quiet">{what} </small>}
          <bdi>{name}</bdi>
        </span>
      ))}
    </p>
  )
}
