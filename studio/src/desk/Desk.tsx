// The live desk: header, rundown, stage, panels under it and the side, each filled by features.
import type { RoomClient, RoomStatus } from '@lantern/shared/client/types.ts'
import type { Role } from '@lantern/shared/contract/commands.ts'
import type { StaffState, RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { ShowPhase } from '@lantern/shared/contract/things.ts'
import { useMemo, useState } from 'react'
import { Panel } from '../problems/Panel.tsx'
import { useParts } from '../useParts.ts'
import { DeskContext, roleMay, type DeskValue } from './DeskContext.ts'
import { DeskHeader } from './head/DeskHeader.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { Notices } from './parts/Notices.tsx'
import { PhoneTabs } from './parts/PhoneTabs.tsx'
import { Rundown } from './rundown/Rundown.tsx'
import { SidePanel } from './side/SidePanel.tsx'
import { useDeskKeys } from './useDeskKeys.ts'
import { useSend } from './useSend.ts'

interface DeskProps {
  readonly client: RoomClient
  readonly room: RoomState
  readonly desk: StaffState
  readonly status: RoomStatus
  readonly name: string
  readonly role: Role
}

export function Desk({ client, room, desk, status, name, role }: DeskProps) {
  const { send, refusal, dismiss } = useSend(client)
  const [pane, setPane] = useState('picture')
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
        <Body phase={room.show.phase} />
        <PhoneTabs pane={pane} onChange={setPane} />
        <Panel name="notices" className="notices">
          <Notices refusal={refusal} onDismiss={dismiss} />
        </Panel>
        {keys.shown && <KeysDialog onClose={keys.close} />}
      </div>
    </DeskContext>
  )
}

/** Each of them may fail by itself: the broadcast and the others go on. */
function Body({ phase }: { readonly phase: ShowPhase }) {
  const stage = useParts('stage').find(({ isFor }) => isFor(phase))
  const panels = useParts('desk.panel').filter(({ isFor }) => isFor(phase))
  return (
    <>
      <Panel name="rundown" className="rundown">
        <Rundown />
      </Panel>
      <Panel name="stage" className="stage">
        {stage && <stage.Stage />}
      </Panel>
      {panels.map(({ key, Panel: Content }) => (
        <Panel key={key} name={key} className={key}>
          <Content />
        </Panel>
      ))}
      <Panel name="side" className="side">
        <SidePanel />
      </Panel>
    </>
  )
}
