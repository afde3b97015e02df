// The process with a whole server, as app/ puts it together, for what only the whole can tell: joins and pins.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { startTestApp, TEST_SHOW, type TestApp } from '@lantern/server/src/testing/startTestApp.ts'
import { answerEach } from './child.ts'
import type { FromShow, ToShow } from './messages.ts'

let app: TestApp | null = null

async function start(viewers: number): Promise<FromShow> {
  // All comments are sent to all: sampling would leave the pins more room. Those who comment are few and write a lot.
  app = await startTestApp({ limitFactor: 1000, env: { COMMENTS_PER_SECOND: '0' } })
  const cookies: string[] = []
  while (cookies.length < viewers) cookies.push(await app.viewerCookie())
  const staffCookie = await app.staffCookie('owner')
  return { type: 'started', place: { port: app.port, url: app.url, showId: TEST_SHOW, staffCookie, cookies } }
}

function measureMemory(): FromShow {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  const { heapUsed, external } = process.memoryUsage()
  return { type: 'memory', bytes: heapUsed + external }
}

answerEach<ToShow, FromShow>(async (question) => {
  if (question.type === 'start') return start(question.viewers)
  if (question.type === 'close') {
    await app?.close()
    return { type: 'closed' }
  }
  if (question.type === 'memory') return measureMemory()
  const { user, system } = process.cpuUsage()
  return { type: 'cpu', cpuMicros: user + system }
})
