// A staff member without a browser: logs in by HTTP and works through the room channel.
import type { CommandInput, CommandName, CommandOutput } from '@lantern/shared/contract/commands.ts'
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { createRoomClient } from '@lantern/shared/client/roomClient.ts'
import type { RoomClient } from '@lantern/shared/client/types.ts'

export interface Staff {
  readonly room: RoomClient
  /** Sends and expects a grant; throws with the code of a refusal. */
  must<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandOutput<Name>>
  close(): void
}

/** Logs in as the demo owner and joins the show. */
export async function createStaff(url: string, show: string): Promise<Staff> {
  const answer = await fetch(`${url}/api/staff/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ name: 'owner', password: 'lantern-demo' }),
  })
  if (!answer.ok) throw new Error(`login refused: ${answer.status} ${await answer.text()}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const room = createRoomClient({
    url,
    as: 'staff',
    showId: ShowId.parse(show),
    via: null,
    headers: { cookie, origin: url },
  })
  await joined(room)
  return {
    room,
    async must(name, input) {
      const reply = await room.send(name, input)
      if (!reply.ok) throw new Error(`${name} was refused: ${reply.code}`)
      return reply.value
    },
    close: () => room.close(),
  }
}

function joined(room: RoomClient): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const { status, refusal } = room.getView()
      if (status === 'joined') resolve()
      else if (status === 'refused') reject(new Error(`the room refused: ${refusal}`))
    }
    room.subscribe(look)
    look()
  })
}
