// Buyers who could not be taken to the shop: what they hold, what the shop said, and the way to the desk of their show.
import type { HandoffFailure } from '@lantern/shared/contract/shop.ts'
import { deskPath, goTo } from '../../../route.ts'
import { useWords } from '../../../words.ts'
import { useWhen } from './when.ts'

/** More are counted. */
const MOST = 4

export function FailedHandoffs({ failed }: { readonly failed: readonly HandoffFailure[] }) {
  const { say } = useWords()
  const when = useWhen()
  const left = failed.length - MOST
  return (
    <section className="shop-card fails" data-testid="failed-handoffs" aria-labelledby="fails-title">
      <header className="shop-card-head">
        <h2 id="fails-title" className="shop-eyebrow">
          {say('fails.title')}
        </h2>
        {failed.length > 0 && <small className="shop-end">{failed.length}</small>}
      </header>
      {failed.length === 0 && <p className="empty">{say('fails.none')}</p>}
      {failed.length > 0 && (
        <ul>
          {failed.slice(0, MOST).map(({ holdId, showId, skus, code, why, at }) => (
            <li key={`${holdId} ${at}`}>
              <div>
                <b title={skus.join(', ')}>{skus.join(', ')}</b>
                <small>
                  <time dateTime={new Date(at).toISOString()}>{when(at)}</time>
                </small>
                <p title={why}>
                  {say(`handoff.${code}`)} <q>{why === '' ? say('handoff.noReason') : why}</q>
                </p>
              </div>
              <button className="btn small-btn" onClick={() => goTo(deskPath(showId))}>
                {say('fails.desk')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {left > 0 && <p className="quiet small">{say('fails.more', { count: left })}</p>}
    </section>
  )
}
