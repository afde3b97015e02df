// What the shop sent that fits nothing: kept, shown, and put away by hand.
import type { ArrivalMatter } from '@lantern/shared/contract/webhooks.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { api } from '../../api.ts'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'
import { useChange } from './useChange.ts'

export function Matters({ matters }: { readonly matters: readonly ArrivalMatter[] }) {
  const { say } = useWords()
  if (matters.length === 0) return null

  return (
    <section className="hook-matters" data-testid="hook-matters">
      <h2>{say('hooks.matters')}</h2>
      <ul>
        {matters.map((matter) => (
          <Matter key={matter.id} matter={matter} />
        ))}
      </ul>
    </section>
  )
}

function Matter({ matter }: { readonly matter: ArrivalMatter }) {
  const { say, locale } = useWords()
  const settle = useChange((choice: 'seen' | 'again') => api.settleArrival(matter.id, choice))
  const why =
    matter.state === 'unknown'
      ? say('hooks.matter.unknown', { hold: matter.holdId ?? '?' })
      : say('hooks.matter.failed', { note: matter.note ?? '' })

  return (
    <li>
      <p>
        <b>{matter.type}</b> <small className="quiet">{formatMoment(matter.receivedAt, locale)}</small>
      </p>
      <p className="needs-you">{why}</p>
      <details>
        <summary>{say('hooks.matter.body')}</summary>
        <pre>{matter.body}</pre>
      </details>
      <div className="hook-acts">
        <button className="btn" data-testid="matter-again" onClick={() => settle.mutate('again')}>
          {say('hooks.matter.again')}
        </button>
        <button className="btn" data-testid="matter-seen" onClick={() => settle.mutate('seen')}>
          {say('hooks.matter.seen')}
        </button>
      </div>
      <Problem error={settle.error} />
    </li>
  )
}
