// The page of one show: which page the room's phase asks for, the sheets, and what is told on arrival.
import type { RoomView } from '@lantern/shared/client/types.ts'
import type { RefusalCode } from '@lantern/shared/contract/refusals.ts'
import { keepFocus } from '@lantern/shared/ui/focus.ts'
import { useEffect, useRef, useState } from 'react'
import { withoutArrival } from './address.ts'
import { BeforePage } from './pages/BeforePage.tsx'
import { EndedPage } from './pages/EndedPage.tsx'
import { LivePage } from './pages/LivePage.tsx'
import { JoiningPage, RefusedPage } from './pages/PlainPage.tsx'
import { Announcer } from './parts/Announcer.tsx'
import type { Panel, Session } from './session.ts'
import { SceneContext, useScene, useSessionView } from './session.ts'
import type { Parts } from './places.ts'
import { Sheets } from './sheets/Sheets.tsx'
import { useArrival } from './useArrival.ts'
import { PartsContext } from './useParts.ts'

interface AppProps {
  readonly session: Session
  readonly parts: Parts
}

export function App({ session, parts }: AppProps) {
  const { product } = session.address
  const [panel, setPanel] = useState<Panel | null>(product === null ? null : { kind: 'product', id: product })
  const scene = useSessionView(session, { panel, open: setPanel })
  useEffect(() => {
    const undo = keepFocus(document)
    return undo
  }, [])
  return (
    <PartsContext value={parts}>
      <SceneContext value={scene}>
        <Page view={scene.view} />
        {scene.view.room !== null && <Sheets room={scene.view.room} panel={panel} />}
        <Announcer />
        <Arrival />
      </SceneContext>
    </PartsContext>
  )
}

/** What no room that is still on the screen may hide. */
const OVER: ReadonlySet<RefusalCode | null> = new Set<RefusalCode>(['SHOW_NOT_FOUND', 'PAGE_TOO_OLD', 'SESSION_OVER'])

function Page({ view: { room, status, refusal } }: { readonly view: RoomView }) {
  if (status === 'refused' && (room === null || OVER.has(refusal))) return <RefusedPage code={refusal} />
  if (room === null) return <JoiningPage />
  if (room.show.phase === 'scheduled') return <BeforePage room={room} />
  return room.show.phase === 'live' ? <LivePage room={room} /> : <EndedPage room={room} />
}

function Arrival() {
  const { view } = useScene()
  const tell = useArrival()
  const told = useRef(false)
  useEffect(() => {
    if (view.room === null || told.current) return
    told.current = true
    tell()
    // A reload, or the link copied from the address bar, does not tell it again.
    history.replaceState(history.state, '', withoutArrival(location.href))
  })
  return null
}
