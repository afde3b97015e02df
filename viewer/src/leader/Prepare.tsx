// What to prepare: pieces of each thing with a tick, and telling the buyers that all is there.
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { Check, PackageCheck } from 'lucide-react'
import { useState } from 'react'
import type { ShowProps } from './showProps.ts'
import type { Goods } from './parcels.ts'
import { useSaid } from './words.ts'

export function Prepare({ goods, ...props }: ShowProps & { readonly goods: readonly Goods[] }) {
  const { t } = useSaid()
  const { leader, state, show } = props
  if (goods.length === 0) return <p className="bound-box bound-empty">{t('noOrders')}</p>
  return (
    <>
      <ul className="bound-box" data-testid="to-prepare">
        {goods.map((one) => (
          <Need key={one.offerId} goods={one} state={state}>
            <Tick {...{ leader, state }} offerId={one.offerId} tick={`${show.id} ${one.offerId} ${one.quantity}`} />
          </Need>
        ))}
      </ul>
      <Arrived {...props} />
    </>
  )
}

interface NeedProps extends Pick<ShowProps, 'state'> {
  readonly goods: Goods
  readonly children?: React.ReactNode
}

export function Need({ goods: { offerId, quantity }, state, children }: NeedProps) {
  const { text } = useSaid()
  const thing = state.goods[offerId]
  const title = thing === undefined ? offerId : text(thing.title)
  return (
    <li className="lead-need">
      <ProductPicture product={{ id: offerId, picture: thing?.picture ?? '' }} title={title} size={48} />
      <div>
        <b>{title}</b>
        {thing?.variant && <span className="bound-sub">{text(thing.variant)}</span>}
      </div>
      <strong>
        <small>×</small>
        {quantity}
      </strong>
      {children}
    </li>
  )
}

interface TickProps extends Pick<ShowProps, 'leader' | 'state'> {
  readonly offerId: string
  /** With the number of pieces: one more, and it is to be packed again. */
  readonly tick: string
}

function Tick({ leader, state, offerId, tick }: TickProps) {
  const { t, text } = useSaid()
  const isOn = leader.ticks.includes(tick)
  const name = text(state.goods[offerId]?.title ?? null)
  return (
    <button
      className="lead-tick"
      role="checkbox"
      aria-checked={isOn}
      aria-label={t('packed', { name })}
      onClick={() => leader.tick(tick)}
    >
      <i>{isOn && <Check size={16} strokeWidth={3} aria-hidden="true" />}</i>
    </button>
  )
}

function Arrived({ leader, show }: ShowProps) {
  const { t, count, time } = useSaid()
  const [isAsking, setAsking] = useState(false)
  const people = new Set(show.orders.flatMap(({ person, isPaid }) => (isPaid ? [person] : []))).size
  if (show.arrivedAt !== null)
    return (
      <p className="bound-box bound-empty" data-testid="arrived">
        {t('arrivedAt', { at: time(show.arrivedAt), n: show.told })}
      </p>
    )
  if (people === 0) return null
  return (
    <section className="bound-box lead-told">
      <h2>{t('isItThere')}</h2>
      <p className="bound-sub">{count('whoIsTold', people)}</p>
      {!leader.hasLine && <p className="bound-sub">{t('needsLine')}</p>}
      {isAsking ? (
        <Ask leader={leader} show={show} people={people} onDone={() => setAsking(false)} />
      ) : (
        <button className="bound-main" data-testid="tell" disabled={!leader.hasLine} onClick={() => setAsking(true)}>
          <PackageCheck size={20} aria-hidden="true" />
          {count('tell', people)}
        </button>
      )}
    </section>
  )
}

interface AskProps extends Pick<ShowProps, 'leader' | 'show'> {
  readonly people: number
  readonly onDone: () => void
}

/** Once more before everybody is told: a finger slips, and it is told once. */
function Ask({ leader, show, people, onDone }: AskProps) {
  const { t, count } = useSaid()
  const [isBusy, setBusy] = useState(false)
  const tell = async () => {
    setBusy(true)
    await leader.arrived(show)
    onDone()
  }
  return (
    <>
      <p role="alert">{count('tellQuestion', people)}</p>
      <button
        className="bound-main"
        data-testid="tell-yes"
        disabled={isBusy || !leader.hasLine}
        onClick={() => void tell()}
      >
        {t('tellYes')}
      </button>
      <button className="bound-side" onClick={onDone}>
        {t('notYet')}
      </button>
    </>
  )
}
