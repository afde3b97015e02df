// The client processes of one measurement: started, warmed up, set off by one signal, ended.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { endWithUs } from './endings.ts'
import type { DonePart, FromPlacer, Order, ToPlacer } from './messages.ts'

export interface Crew {
  readonly pids: readonly number[]
  /** Sets all off at once; throws when one fails. */
  go(): Promise<readonly DonePart[]>
  close(): Promise<void>
}

const PROGRAM = fileURLToPath(new URL('placer.ts', import.meta.url))

/** Resolves when all are warm. */
export async function startCrew(orders: readonly Order[]): Promise<Crew> {
  const placers = orders.map(startPlacer)
  const kill = () => Promise.all(placers.map((placer) => placer.kill()))
  try {
    await Promise.all(placers.map((placer) => placer.ready))
  } catch (error) {
    await kill()
    throw error
  }
  return {
    pids: placers.map((placer) => placer.pid),
    go: () => Promise.all(placers.map((placer) => placer.go())),
    async close() {
      await Promise.all(placers.map((placer) => placer.end().catch(() => {})))
      await kill()
    },
  }
}

function startPlacer(order: Order) {
  // Samples arrive as the arrays they are.
  const child = fork(PROGRAM, { serialization: 'advanced' })
  const end = endWithUs(child)
  const tell = (message: ToPlacer) => void child.send(message)
  tell({ type: 'prepare', order })
  return {
    pid: child.pid ?? 0,
    ready: hear(child, 'ready'),
    async go() {
      tell({ type: 'go' })
      const answer = await hear(child, 'done')
      if (answer.type !== 'done') throw new Error(`a placer said ${answer.type}`)
      return answer.part
    },
    async end() {
      tell({ type: 'end' })
      await hear(child, 'ended')
    },
    kill: () => end('SIGKILL'),
  }
}

/** The next thing it says, which must be `type`; throws what it failed with, and when it ends instead. */
function hear(child: ChildProcess, type: FromPlacer['type']): Promise<FromPlacer> {
  return new Promise((resolve, reject) => {
    const settle = (done: () => void) => {
      child.off('message', onMessage)
      child.off('exit', onExit)
      done()
    }
    const onMessage = (message: FromPlacer) =>
      settle(() => {
        if (message.type === type) resolve(message)
        else reject(new Error(message.type === 'failed' ? message.why : `a placer said ${message.type}, not ${type}`))
      })
    const onExit = () => settle(() => reject(new Error(`a placer ended before it was ${type}`)))
    child.on('message', onMessage)
    child.on('exit', onExit)
  })
}
