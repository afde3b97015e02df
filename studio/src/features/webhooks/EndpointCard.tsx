// One endpoint: how it stands, what can be done about it, and its log when that is opened.
import type { Endpoint } from '@lantern/shared/contract/webhooks.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'
import { DeliveryLog } from './DeliveryLog.tsx'
import { SecretOnce } from './SecretOnce.tsx'
import { useChange } from './useChange.ts'

export function EndpointCard({ endpoint }: { readonly endpoint: Endpoint }) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)

  return (
    <section className="hook" data-testid={`hook-${endpoint.id}`}>
      <header>
        <span className={`phase ${endpoint.enabled ? 'on' : ''}`}>
          {say(endpoint.enabled ? 'hooks.on' : 'hooks.off')}
        </span>
        <b>{endpoint.url}</b>
      </header>
      <Standing endpoint={endpoint} />
      <Acts endpoint={endpoint} isOpen={isOpen} onLog={() => setOpen(!isOpen)} />
      {isOpen && <DeliveryLog endpointId={endpoint.id} />}
    </section>
  )
}

function Standing({ endpoint }: { readonly endpoint: Endpoint }) {
  const { say, locale } = useWords()
  const { types, reason, rotatingUntil, pending, failed, held } = endpoint
  const counts = [
    pending > 0 && say('hooks.pending', { count: pending }),
    failed > 0 && say('hooks.failed', { count: failed }),
    held > 0 && say('hooks.held', { count: held }),
  ].filter((text) => text !== false)

  return (
    <div className="hook-standing">
      <p className="quiet">{types.length === 0 ? say('hooks.allTypes') : types.join(' · ')}</p>
      {endpoint.fromSetting && <p className="quiet">{say('hooks.fromSetting')}</p>}
      {counts.length > 0 && <p className={failed > 0 ? 'needs-you' : ''}>{counts.join(' · ')}</p>}
      {reason && <p className="needs-you">{say(`hooks.reason.${reason}`)}</p>}
      {rotatingUntil && <p>{say('hooks.rotating', { time: formatMoment(rotatingUntil, locale) })}</p>}
    </div>
  )
}

interface ActsProps {
  readonly endpoint: Endpoint
  readonly isOpen: boolean
  readonly onLog: () => void
}

function Acts({ endpoint: { id, enabled, fromSetting, reason }, isOpen, onLog }: ActsProps) {
  const { say } = useWords()
  const turn = useChange(() => api.switchEndpoint(id, !enabled))
  const rotate = useChange(() => api.rotateEndpoint(id))

  return (
    <>
      <div className="hook-acts">
        <button className="btn" aria-expanded={isOpen} data-testid="hook-log" onClick={onLog}>
          {say('hooks.log')}
        </button>
        {reason !== 'setting' && (
          <button className="btn" disabled={turn.isPending} data-testid="hook-switch" onClick={() => turn.mutate()}>
            {say(enabled ? 'hooks.switchOff' : 'hooks.switchOn')}
          </button>
        )}
        {!fromSetting && (
          <button className="btn" disabled={rotate.isPending} data-testid="hook-rotate" onClick={() => rotate.mutate()}>
            {say('hooks.rotate')}
          </button>
        )}
        {!fromSetting && <Remove id={id} />}
      </div>
      <Problem error={turn.error ?? rotate.error} />
      {rotate.data && <SecretOnce key={rotate.data.secret} secret={rotate.data.secret} />}
    </>
  )
}

/** Asks once, in place. */
function Remove({ id }: { readonly id: string }) {
  const { say } = useWords()
  const [isAsked, setAsked] = useState(false)
  const remove = useChange(() => api.removeEndpoint(id))
  if (!isAsked)
    return (
      <button className="btn danger" data-testid="hook-remove" onClick={() => setAsked(true)}>
        {say('hooks.remove')}
      </button>
    )

  return (
    <span className="hook-ask">
      {say('hooks.removeAsk')}
      <button className="btn" onClick={() => setAsked(false)}>
        {say('common.cancel')}
      </button>
      <button
        className="btn danger solid"
        data-testid="hook-remove-yes"
        disabled={remove.isPending}
        onClick={() => remove.mutate()}
      >
        {say('hooks.remove')}
      </button>
    </span>
  )
}
