// What every part of the desk knows: the room, who I am, what I may do, and how to send a command.
import type { RoomClient, RoomStatus } from '@lantern/shared/client/types.ts'
import type { CommandInput, CommandName, CommandReply, Role } from '@lantern/shared/contract/commands.ts'
import { COMMANDS } from '@lantern/shared/contract/commands.ts'
import type { StaffState, RoomState } from '@lantern/shared/contract/snapshot.ts'
import { createContext, useContext } from 'react'

export interface DeskValue {
  readonly client: RoomClient
  readonly room: RoomState
  readonly desk: StaffState
  readonly status: RoomStatus
  readonly name: string
  readonly role: Role
  readonly may: (command: CommandName) => boolean
  /** Sends, and shows a refusal as the desk's one notice. */
  readonly send: <Name extends CommandName>(name: Name, input: CommandInput<Name>) => Promise<CommandReply<Name>>
}

export const DeskContext = createContext<DeskValue | null>(null)

export function useDesk(): DeskValue {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk outside of a desk')
  return desk
}

export function roleMay(role: Role, command: CommandName): boolean {
  const from: readonly string[] = COMMANDS[command].from
  return from.includes(role)
}
