// The live desk: header, rundown, stage, flash sale and the side with comments, holds and orders.
import type { RoomClient, RoomStatus } from '@lantern/shared/client/types.ts'
import type { Role } from '@lantern/shared/contract/commands.ts'
import type { Desk as DeskState, RoomState } from '@lantern/shared/contract/snapshot.ts'
import { useMemo, useState } from 'react'
import { DeskContext, roleMay, type DeskValue } from './DeskContext.ts'
import { DeskHeader } from './head/DeskHeader.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { Notices } from './parts/Notices.tsx'
import { PhoneTabs, type Pane } from './parts/PhoneTabs.tsx'
import { Rundown } from './rundown/Rundown.tsx'
import { SalePanel } from './sale/SalePanel.tsx'
import { SidePanel } from './side/SidePanel.tsx'
import { EndPanel } from './stage/EndPanel.tsx'
import { HostStage } from './stage/HostStage.tsx'
import { WatchStage } from './stage/WatchStage.tsx'
import { useDeskKeys } from './useDeskKeys.ts'
import { useSend } from './useSend.ts'

interface DeskProps {
  readonly client: RoomClient
  readonly room: RoomState
  readonly desk: DeskState
  readonly status: RoomStatus
  readonly name: string
  readonly role: Role
}

export function Desk({ client, room, desk, status, name, role }: DeskProps) {
  const { send, refusal, dismiss } = useSend(client)
  const [pane, setPane] = useState<Pane>('picture')
  const value = useMemo<DeskValue>(
    () => ({ client, room, desk, status, name, role, send, may: (command) => roleMay(role, command) }),
    [client, room, desk, status, name, role, send],
  )
  const keys = useDeskKeys(value)

  return (
    <DeskContext value={value}>
      <div className="desk" data-pane={pane} data-phase={room.show.phase}>
        <DeskHeader onKeys={keys.open} />
        <Rundown />
        <Stage room={room} role={role} client={client} />
        {room.show.phase !== 'ended' && <SalePanel />}
        <SidePanel />
        <PhoneTabs pane={pane} onChange={setPane} />
        <Notices refusal={refusal} onDismiss={dismiss} />
        {keys.shown && <KeysDialog onClose={keys.close} />}
      </div>
    </DeskContext>
  )
}

function Stage({ room, role, client }: Pick<DeskProps, 'room' | 'role' | 'client'>) {
  if (room.show.phase === 'ended') return <EndPanel />
  return roleMay(role, 'media:produce') ? <HostStage client={client} /> : <WatchStage />
}
