// The page of whoever leads a group: what to prepare, who has ordered, and handing over.
import { lazy, Suspense, useState } from 'react'
import { NEEDS_PASS } from '../bound/ask.ts'
import { PassDoor, Plain } from '../bound/Doors.tsx'
import { LeaderHead } from './LeaderHead.tsx'
import { Orders } from './Orders.tsx'
import { addUp, parcelsOf } from './parcels.ts'
import { Prepare } from './Prepare.tsx'
import type { LoadedProps, ShowProps } from './showProps.ts'
import { useLeader } from './useLeader.ts'
import { Unsent } from './Unsent.tsx'
import { useSaid } from './words.ts'
import { Bottom, Tabs } from './Tabs.tsx'

const HandOver = lazy(async () => ({ default: (await import('./HandOver.tsx')).HandOver }))

export function LeaderPage({ code }: { readonly code: string }) {
  const { t } = useSaid()
  const leader = useLeader(code)
  const { shut, waiting } = leader
  const unsent = <Unsent waiting={waiting} />
  if (shut === 'LEADER_PAGE_GONE') {
    return (
      <Plain head={t('gone')} words={t('goneWords')}>
        {unsent}
      </Plain>
    )
  }
  if (shut !== null && NEEDS_PASS.has(shut)) return <PassDoor onOpen={leader.open}>{unsent}</PassDoor>
  if (leader.state !== null) return <Loaded leader={leader} state={leader.state} />
  if (leader.hasLine && shut === null) return <Plain head={t('loading')} />
  return <Plain head={t('failed')} onAgain={() => void leader.refresh()} />
}

function Loaded({ leader, state }: LoadedProps) {
  const { t } = useSaid()
  const [chosen, setChosen] = useState<string | null>(null)
  const show =
    state.shows.find(({ id }) => id === chosen) ?? state.shows.find(({ orders }) => orders.length > 0) ?? state.shows[0]
  if (show === undefined) return <Plain head={state.group.name} words={t('noShows')} />
  return <OfShow leader={leader} state={state} show={show} onChoose={setChosen} />
}

function OfShow({ onChoose, ...props }: ShowProps & { readonly onChoose: (id: string) => void }) {
  const { leader, state, show } = props
  const [tab, setTab] = useState<'prepare' | 'orders'>(show.arrivedAt === null ? 'prepare' : 'orders')
  const [handing, setHanding] = useState<'scan' | 'digits' | null>(null)
  const parcels = parcelsOf(show, leader.waiting)
  const goods = addUp(show.orders)

  if (handing !== null)
    return (
      <Suspense>
        <HandOver {...props} parcels={parcels} by={handing} onBack={() => setHanding(null)} />
      </Suspense>
    )
  return (
    <div className="leader" data-testid="leader" data-line={leader.hasLine}>
      <main>
        <LeaderHead leader={leader} state={state} show={show} onChoose={onChoose} />
        <Tabs
          tab={tab}
          pieces={goods.reduce((sum, { quantity }) => sum + quantity, 0)}
          orders={parcels.length}
          onChange={setTab}
        />
        {tab === 'prepare' ? <Prepare {...props} goods={goods} /> : <Orders {...props} parcels={parcels} />}
      </main>
      <Bottom isMain={tab === 'orders' || show.arrivedAt !== null} leader={leader} state={state} onHand={setHanding} />
    </div>
  )
}
