// Buyers who could not be taken to the shop: what they hold, what the shop said, what can be done, and the way to their desk.
import type { HandoffFailure } from '@lantern/shared/contract/shop.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { PanelsTopLeft } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { RefusalNote } from '../../../problems/RefusalNote.tsx'
import { deskPath, goTo } from '../../../route.ts'
import { useWords } from '../../../words.ts'
import { type FailureAction, failureView } from './failureViews.ts'
import { useWhen } from './when.ts'

/** More are counted. */
const MOST = 4

interface FailedProps {
  readonly failed: readonly HandoffFailure[]
  readonly mayAct: boolean
}

export function FailedHandoffs({ failed, mayAct }: FailedProps) {
  const { say } = useWords()
  const [helped, setHelped] = useState('')
  const left = failed.length - MOST
  return (
    <section className="shop-card fails" data-testid="failed-handoffs" aria-labelledby="fails-title">
      <header className="shop-card-head">
        <h2 id="fails-title" className="shop-eyebrow">
          {say('fails.title')}
        </h2>
        {failed.length > 0 && <small className="shop-end">{failed.length}</small>}
      </header>
      <p className="fails-done small" role="status">
        {helped !== '' && say('fails.acted', { buyer: helped })}
      </p>
      {failed.length === 0 && helped === '' && <p className="empty">{say('fails.none')}</p>}
      {failed.length > 0 && (
        <ul>
          {failed.slice(0, MOST).map((failure) => (
            <Failure key={`${failure.holdId} ${failure.at}`} failure={failure} mayAct={mayAct} onDone={setHelped} />
          ))}
        </ul>
      )}
      {left > 0 && <p className="quiet small">{say('fails.more', { count: left })}</p>}
    </section>
  )
}

interface FailureProps {
  readonly failure: HandoffFailure
  readonly mayAct: boolean
  readonly onDone: (buyer: string) => void
}

function Failure({ failure, mayAct, onDone }: FailureProps) {
  const { say } = useWords()
  const when = useWhen()
  const { showId, code, why, at } = failure
  const view = failureView(failure, say)
  const act = useAct(() => onDone(view.buyer))
  return (
    <li data-testid="failed-handoff">
      <div>
        <b title={view.title}>{view.title}</b>
        <small>
          <time dateTime={new Date(at).toISOString()}>{when(at)}</time>
        </small>
        <p title={why}>
          {say(`handoff.${code}`)} <q>{why === '' ? say('handoff.noReason') : why}</q>
        </p>
      </div>
      <div className="fails-acts">
        {view.standing !== '' && <span className="shop-pill">{view.standing}</span>}
        {mayAct && <Acts actions={view.actions} act={act} />}
        <button
          className="btn small-btn"
          aria-label={say('fails.desk')}
          title={say('fails.desk')}
          onClick={() => goTo(deskPath(showId))}
        >
          <PanelsTopLeft size={14} aria-hidden="true" />
        </button>
      </div>
      <RefusalNote error={act.error} />
    </li>
  )
}

function useAct(onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: api.actOnFailure,
    onSuccess: onDone,
    // Another tab may have helped: what is left is read anew in any case.
    onSettled: () => queries.invalidateQueries({ queryKey: ['shop', 'short'] }),
  })
}

interface ActsProps {
  readonly actions: readonly FailureAction[]
  readonly act: ReturnType<typeof useAct>
}

function Acts({ actions, act }: ActsProps) {
  return actions.map(({ label, input }) => (
    <button
      key={label}
      className="btn small-btn"
      data-testid={`fails-${input.act}`}
      disabled={act.isPending}
      onClick={() => act.mutate(input)}
    >
      {label}
    </button>
  ))
}
