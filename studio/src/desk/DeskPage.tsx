// One show's desk: joins its room as staff, and shows the login again when the session is over.
import type { RoomClient } from '@lantern/shared/client/types.ts'
import type { Me } from '@lantern/shared/contract/http.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { useRoom } from '@lantern/shared/ui/useRoom.ts'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useRefusalWords } from '../refusalWords.ts'
import { goTo } from '../route.ts'
import { ME } from '../session/me.ts'
import { Lantern } from '../session/Lantern.tsx'
import { LoginPage } from '../session/LoginPage.tsx'
import type { AroundDeskProps } from '../places.ts'
import { useParts } from '../useParts.ts'
import { useWords } from '../words.ts'
import { Panel } from '../problems/Panel.tsx'
import { Desk } from './Desk.tsx'
import { useRoomClient } from './useRoomClient.ts'

interface DeskPageProps {
  readonly showId: ShowId
  readonly me: Me
}

export function DeskPage({ showId, me }: DeskPageProps) {
  return <JoinedDesk client={useRoomClient(showId)} me={me} />
}

function JoinedDesk({ client, me }: { readonly client: RoomClient; readonly me: Me }) {
  const { room, desk, status, refusal, self } = useRoom(client)
  const queries = useQueryClient()
  const open = room !== null && room.show.phase !== 'ended'
  const loggedOut = status === 'refused' && (refusal === 'LOGIN_NEEDED' || refusal === 'SESSION_OVER')
  useEffect(() => {
    if (loggedOut) void queries.invalidateQueries({ queryKey: ME })
  }, [loggedOut, queries])

  const shown = (): ReactNode => {
    if (loggedOut) return <LoginPage wasHere />
    if (status === 'refused') return <Refused code={refusal ?? 'INTERNAL'} />
    if (!room || !desk || !self || self.role === 'viewer') return <Joining />
    return (
      <Panel name="desk" className="doorway">
        <Desk client={client} room={room} desk={desk} status={status} name={me.name} role={self.role} />
      </Panel>
    )
  }
  return (
    <Around client={client} me={me} open={open}>
      {shown()}
    </Around>
  )
}

function Around({ children, ...around }: AroundDeskProps) {
  const parts = useParts('desk.around')
  return parts.reduceRight<ReactNode>(
    (inside, { key, Around: One }) => (
      <One key={key} {...around}>
        {inside}
      </One>
    ),
    children,
  )
}

function Joining() {
  const { say } = useWords()
  return (
    <main className="doorway" aria-busy="true">
      <Lantern />
      <p className="quiet">{say('common.opening')}</p>
    </main>
  )
}

function Refused({ code }: { readonly code: Parameters<ReturnType<typeof useRefusalWords>>[0] }) {
  const { say } = useWords()
  const refusalText = useRefusalWords()

  return (
    <main className="doorway">
      <Lantern />
      <p role="alert">{refusalText(code)}</p>
      {code === 'PAGE_TOO_OLD' && (
        <button className="btn primary" onClick={() => location.reload()}>
          {say('head.reload')}
        </button>
      )}
      <button className="btn" onClick={() => goTo('/studio/')}>
        {say('head.allShows')}
      </button>
    </main>
  )
}
