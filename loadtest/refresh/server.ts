// The process with a whole server whose room is changed, and which can say what following a change asks the database for.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { type Followed, openRefreshes, type Refreshes } from '@lantern/server/src/testing/refreshes.ts'
import { startTestApp, TEST_SHOW, type TestApp } from '@lantern/server/src/testing/startTestApp.ts'
import { answerEach } from '../room/child.ts'
import type { ShowPlace } from '../room/messages.ts'

export type ToServer =
  | { readonly type: 'start'; readonly viewers: number }
  | { readonly type: 'follow'; readonly showId: ShowId; readonly cursor: number }
  | { readonly type: 'cursor'; readonly showId: ShowId }
  | { readonly type: 'cpu' }
  | { readonly type: 'close' }
export type FromServer =
  | { readonly type: 'started'; readonly place: ShowPlace }
  | { readonly type: 'cursor'; readonly cursor: number }
  | ({ readonly type: 'followed' } & Followed)
  | { readonly type: 'cpu'; readonly cpuMicros: number }
  | { readonly type: 'closed' }

interface Running {
  readonly app: TestApp
  readonly refreshes: Refreshes
}

let running: Running | null = null

async function start(viewers: number): Promise<FromServer> {
  const app = await startTestApp({ limitFactor: 1000, env: { COMMENTS_PER_SECOND: '0' } })
  running = { app, refreshes: openRefreshes(app.dataDir) }
  const cookies: string[] = []
  while (cookies.length < viewers) cookies.push(await app.viewerCookie())
  const staffCookie = await app.staffCookie('owner')
  return { type: 'started', place: { port: app.port, url: app.url, showId: TEST_SHOW, staffCookie, cookies } }
}

async function close(): Promise<FromServer> {
  running?.refreshes.close()
  await running?.app.close()
  return { type: 'closed' }
}

answerEach<ToServer, FromServer>(async (question) => {
  if (question.type === 'start') return start(question.viewers)
  if (question.type === 'close') return close()
  if (question.type === 'cpu') {
    const { user, system } = process.cpuUsage()
    return { type: 'cpu', cpuMicros: user + system }
  }
  if (running === null) throw new Error('nothing was started')
  const { refreshes } = running
  if (question.type === 'cursor') return { type: 'cursor', cursor: await refreshes.cursor(question.showId) }
  return { type: 'followed', ...(await refreshes.follow(question.showId, question.cursor)) }
})
