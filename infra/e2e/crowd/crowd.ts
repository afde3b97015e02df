// Hundreds of real viewers in processes of their own, for tests that break things under them.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FromCrowd, MemberReport, Opening, ToCrowd } from './messages.ts'

export interface Crowd {
  /** Comments and holds flow from now on. */
  start(): Promise<void>
  /** Resolves when everything that was begun has its final answer. */
  stop(): Promise<void>
  report(): Promise<readonly MemberReport[]>
  close(): Promise<void>
}

const PROGRAM = fileURLToPath(new URL('process.ts', import.meta.url))

/** Asks one question at a time. */
function createTalk(child: ChildProcess) {
  return (message: ToCrowd) =>
    new Promise<FromCrowd>((resolve, reject) => {
      const settle = () => {
        child.off('message', hear)
        child.off('exit', gone)
      }
      const hear = (answer: FromCrowd) => {
        settle()
        if (answer.type === 'failed') reject(new Error(answer.why))
        else resolve(answer)
      }
      const gone = () => {
        settle()
        reject(new Error('a crowd process ended'))
      }
      child.on('message', hear)
      child.on('exit', gone)
      child.send(message)
    })
}

/** Resolves when all have joined. */
export async function openCrowd(openings: readonly Opening[]): Promise<Crowd> {
  const children = openings.map(() => fork(PROGRAM))
  const talks = children.map(createTalk)
  const all = (type: 'start' | 'stop' | 'report' | 'close') => Promise.all(talks.map((talk) => talk({ type })))
  const kill = () => children.forEach((child) => child.kill('SIGKILL'))
  try {
    await Promise.all(talks.map((talk, index) => talk({ type: 'open', opening: openings[index] as Opening })))
  } catch (error) {
    kill()
    throw error
  }
  return {
    start: async () => void (await all('start')),
    stop: async () => void (await all('stop')),
    report: async () => (await all('report')).flatMap((answer) => (answer.type === 'report' ? answer.members : [])),
    close: async () => {
      await all('close').catch(() => {})
      kill()
    },
  }
}
