// The process that is measured: one sender with its sockets, and what its sending costs.
import { CommentId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Changes } from '@lantern/shared/contract/slices.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { answerEach } from './child.ts'
import type { FromSender, ToSender } from './messages.ts'
import { COMMENTS_IN, type LoadName } from './plan.ts'
import { type Sender, startSender } from './senders.ts'

let sender: Sender | null = null
let seq = 0

/** Of ordinary length. */
function makeComment() {
  seq += 1
  return {
    id: CommentId.parse(`c_${seq.toString(36).padStart(18, '0')}`),
    viewerId: ViewerId.parse(`v_${(seq % 5000).toString(36).padStart(20, '0')}`),
    name: 'Amber Heron',
    fromStaff: false,
    text: `Does the small one come in green as well? ${seq}`,
    at: Date.now(),
    seq,
  }
}

function makeChange(load: LoadName): Changes<RoomState> {
  if (load === 'state') return { viewers: (seq += 1) }
  return { comments: { rows: Array.from({ length: COMMENTS_IN[load] }, makeComment), removed: [] } }
}

const cpuMicros = () => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** One event at a time, with time for the receiver between: a turn of the loop for each, as in a server. */
async function send(load: LoadName, frames: number): Promise<FromSender> {
  const before = cpuMicros()
  for (let n = 0; n < frames; n++) {
    const startedAt = performance.now()
    sender?.send(makeChange(load))
    await pause(Math.ceil((performance.now() - startedAt) * 1.5) + 1)
  }
  return { type: 'sent', cpuMicros: cpuMicros() - before }
}

async function start(name: Parameters<typeof startSender>[0]): Promise<FromSender> {
  const server = createServer()
  sender = startSender(name, server)
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return { type: 'started', port: address.port }
}

answerEach<ToSender, FromSender>(async (question) => {
  if (question.type === 'start') return start(question.sender)
  if (question.type === 'send') return send(question.load, question.frames)
  return question.type === 'cpu' ? { type: 'cpu', cpuMicros: cpuMicros() } : { type: 'closed' }
})
