// The live desk: header, rundown, stage, flash sale and the side with comments, holds and orders.
import type { RoomClient, RoomStatus } from '@lantern/shared/client/types.ts'
import type { Role } from '@lantern/shared/contract/commands.ts'
import type { Desk as DeskState, RoomState } from '@lantern/shared/contract/snapshot.ts'
import { useMemo, useState } from 'react'
import { Panel } from '../problems/Panel.tsx'
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
import type { Sending } from './stage/useHostPicture.ts'
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
  /** Null for who may not host; it lives above the desk, whose parts may fail. */
  readonly sending: Sending | null
}

export function Desk({ client, room, desk, status, name, role, sending }: DeskProps) {
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
        <Panel name="head" className="desk-head">
          <DeskHeader onKeys={keys.open} />
        </Panel>
        <Parts sending={sending} ended={room.show.phase === 'ended'} />
        <PhoneTabs pane={pane} onChange={setPane} />
        <Panel name="notices" className="notices">
          <Notices refusal={refusal} onDismiss={dismiss} />
        </Panel>
        {keys.shown && <KeysDialog onClose={keys.close} />}
      </div>
    </DeskContext>
  )
}

interface PartsProps {
  readonly sending: Sending | null
  readonly ended: boolean
}

/** Each of them may fail by itself: the broadcast and the others go on. */
function Parts({ sending, ended }: PartsProps) {
  return (
    <>
      <Panel name="rundown" className="rundown">
        <Rundown />
      </Panel>
      <Panel name="stage" className="stage">
        <Stage sending={sending} ended={ended} />
      </Panel>
      {!ended && (
        <Panel name="sale" className="sale">
          <SalePanel />
        </Panel>
      )}
      <Panel name="side" className="side">
        <SidePanel />
      </Panel>
    </>
  )
}

function Stage({ sending, ended }: PartsProps) {
  if (ended) return <EndPanel />
  return sending ? <HostStage sending={sending} /> : <WatchStage />
}
