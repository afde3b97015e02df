// What was sent to one endpoint, each with its attempts, and a way to send it again.
import type { Delivery } from '@lantern/shared/contract/webhooks.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'
import { useChange } from './useChange.ts'

export function DeliveryLog({ endpointId }: { readonly endpointId: string }) {
  const { say } = useWords()
  const log = useQuery({
    queryKey: ['webhooks', endpointId],
    queryFn: () => api.deliveries(endpointId),
    refetchInterval: 5000,
  })
  if (log.isPending) return <div className="show-list shimmer" aria-busy="true" />
  if (!log.data) return <Problem error={log.error} />
  if (log.data.deliveries.length === 0) return <p className="empty">{say('hooks.logEmpty')}</p>

  return (
    <ul className="hook-log">
      {log.data.deliveries.map((delivery) => (
        <Row key={delivery.id} endpointId={endpointId} delivery={delivery} />
      ))}
    </ul>
  )
}

function Row({ endpointId, delivery }: { readonly endpointId: string; readonly delivery: Delivery }) {
  const { say, locale } = useWords()
  const replay = useChange(() => api.replay(endpointId, delivery.id))
  const { type, state, nextAt, createdAt, attempts } = delivery

  return (
    <li>
      <span className={`hook-state ${state}`}>{say(`hooks.state.${state}`)}</span>
      <span className="hook-what">
        <b>{type}</b>
        <small>
          {formatMoment(createdAt, locale)}
          {nextAt !== null && attempts.length > 0 && ` · ${say('hooks.next', { time: formatMoment(nextAt, locale) })}`}
        </small>
        {attempts.map(({ at, status, problem, tookMs }) => (
          <small key={at} className="quiet">
            {formatMoment(at, locale)} · {status ?? say('hooks.noAnswer')} · {tookMs} ms {problem}
          </small>
        ))}
      </span>
      <button className="btn" disabled={replay.isPending} data-testid="hook-replay" onClick={() => replay.mutate()}>
        {say('hooks.replay')}
      </button>
    </li>
  )
}
