// Connecting a shop: choose the kind and enter its keys, test the round trip, see what the shop can do.
import type { KindConnection, ShopConnections } from '@lantern/shared/contract/connections.ts'
import { Lock } from 'lucide-react'
import { RefusalNote } from '../../../problems/RefusalNote.tsx'
import { useWords } from '../../../words.ts'
import { Abilities } from './Abilities.tsx'
import { abilityViews, worksOf } from './abilityViews.ts'
import type { ConnectLook } from './useConnectLook.ts'
import { fieldViews, keptAt } from './fieldViews.ts'
import { refusedField } from './refusedField.ts'
import { KeysForm } from './KeysForm.tsx'
import { KindList } from './KindList.tsx'
import { RoundTrip } from './RoundTrip.tsx'
import type { Connect } from './useConnect.ts'
import { UseButton } from './UseButton.tsx'
import { useWhen } from './when.ts'
import './connect.css'
import './keys.css'
import './trip.css'
import './tripHelp.css'
import './lists.css'

interface CardsProps {
  readonly connect: Connect
  readonly connections: ShopConnections
  readonly connection: KindConnection
  readonly look: ConnectLook
}

export function ConnectCards(props: CardsProps) {
  const { connect, connections, connection, look } = props
  const { say } = useWords()
  const { steps, main } = look
  return (
    <>
      {connections.keyProblem && (
        <p className="shop-card shop-wide shop-problem" role="alert">
          {say(`trip.problem.key_${connections.keyProblem}`)}
        </p>
      )}
      <Pick {...props} />
      <RoundTrip
        steps={steps}
        mainStep={main.act === 'step' ? main.step : null}
        isBusy={connect.isBusy}
        onChoose={(field, id) => connect.save({ [field]: id })}
      >
        <NotThere connection={connection} />
        <div className="trip-foot">
          <UseButton
            connect={connect}
            connections={connections}
            connection={connection}
            look={look}
            testId="use-below"
          />
        </div>
      </RoundTrip>
      <Can connections={connections} connection={connection} />
    </>
  )
}

function Pick({ connect, connections, connection }: CardsProps) {
  const { say } = useWords()
  const when = useWhen()
  const { kind, fields, hasDraft } = connection
  const kept = keptAt(fields)
  const shop = say(`connect.kind.${kind}`)
  return (
    <section className="shop-card pick" aria-labelledby="pick-title">
      <header className="shop-card-head">
        <h2 id="pick-title" className="shop-eyebrow">
          {say('connect.title')}
        </h2>
      </header>
      <KindList kinds={connections.kinds} inUse={connections.inUse} chosen={kind} onChoose={connect.pick} />
      {connections.lockedBy && (
        <p className="pick-note">
          <Lock size={12} aria-hidden="true" />
          {say('connect.locked', { name: connections.lockedBy })}
        </p>
      )}
      {connections.inUse === kind && hasDraft && <p className="pick-note">{say('connect.draft')}</p>}
      <KeysForm
        key={kind}
        title={say('connect.keysOf', { shop })}
        saved={kept === null ? '' : say('connect.saved', { time: when(kept) })}
        fields={fieldViews(fields, say)}
        draft={connect.draft}
        onDraft={connect.setDraft}
        isBusy={connect.isBusy}
        refused={refusedField(connect.problem)}
        onSave={connect.save}
        problem={<RefusalNote error={connect.problem} />}
      />
    </section>
  )
}

/** What could not be sold there is said before the shop is used. */
function NotThere({ connection: { trip } }: { readonly connection: KindConnection }) {
  const { say } = useWords()
  const { count, some } = trip.onlyHere
  if (count === 0) return null
  const named = some.slice(0, 3).map(({ product, sku }) => `${product} (${sku})`)
  return (
    <p className="trip-note" data-testid="only-here">
      {say('connect.notThere', { count, some: named.join(', ') })}
    </p>
  )
}

function Can({
  connections: { inUse },
  connection: { kind, can, state },
}: Pick<CardsProps, 'connections' | 'connection'>) {
  const { say } = useWords()
  const isOther = inUse !== null && inUse !== kind && state !== 'empty'
  return (
    <Abilities
      abilities={can === null ? [] : abilityViews(can, say)}
      works={can === null ? '' : worksOf(can, say)}
      until={isOther ? say('can.until', { shop: say(`connect.name.${kind}`) }) : ''}
    />
  )
}
