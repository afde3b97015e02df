// The process with a whole server, as app.ts puts it together, for what only the whole can tell: joins and pins.
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

answerEach<ToShow, FromShow>(async (question) => {
  if (question.type === 'start') return start(question.viewers)
  if (question.type === 'close') {
    await app?.close()
    return { type: 'closed' }
  }
  const { user, system } = process.cpuUsage()
  return { type: 'cpu', cpuMicros: user + system }
})
