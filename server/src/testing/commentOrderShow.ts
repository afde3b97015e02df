// A live show that takes orders by comment, for tests: who comes, what they say, and what they were told in short words.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Bought } from '@lantern/shared/contract/commentOrders.ts'
import type { BuyingChange } from '@lantern/shared/contract/commentOrders.ts'
import { COMMAND_SCHEMAS } from '../commands/contract.ts'
import type { Role } from '@lantern/shared/contract/commands.ts'
import type { CommentId } from '@lantern/shared/contract/ids.ts'
import { startTestApp, type TestApp, type TestAppOptions } from './startTestApp.ts'
import { joinShow, newCommentId, type TestClient } from './testClient.ts'

export interface CommentOrderShow {
  readonly app: TestApp
  /** An assistant. */
  readonly staff: TestClient
  viewer(cookie?: string): Promise<TestClient>
  staffAs(role: Role): Promise<TestClient>
  /** `held A1:2 B1:1`, `refused SOLD_OUT`, `nothing`: what the author of the comment was told. */
  told(client: TestClient, text: string): Promise<string>
  inWords(bought: Bought | null): string
  /** Who did it, by the event log. */
  readActors(type: string): unknown[]
  close(): Promise<void>
}

/** A1 is the lamp (3 units), B1 and B2 the scarf (5 and 1). */
export async function startCommentOrderShow(
  rules: BuyingChange = {},
  options: TestAppOptions = {},
): Promise<CommentOrderShow> {
  const app = await startTestApp(options)
  const open: TestClient[] = []
  const enter = async (as: 'viewer' | 'staff', cookie: string) => {
    const client = await joinShow({ url: app.url, cookie, as })
    open.push(client)
    return client
  }
  const staffAs = async (role: Role) => enter('staff', await app.staffCookie(role))
  await (await staffAs('owner')).send('show:goLive', {})
  const staff = await staffAs('assistant')
  const outcome = await staff.send('buying:set', { on: true, ...rules })
  if (!outcome.ok) throw new Error(outcome.code)
  const inWords = (bought: Bought | null) => describeBought(bought, staff)
  return {
    app,
    staff,
    viewer: async (cookie) => enter('viewer', cookie ?? (await app.viewerCookie())),
    staffAs,
    told: async (client, text) => inWords(await say(client, text)),
    inWords,
    readActors: (type) => readActors(app.dataDir, type),
    close: async () => {
      for (const client of open) client.close()
      await app.close()
    },
  }
}

export async function say(
  client: TestClient,
  text: string,
  commentId: CommentId = newCommentId(),
): Promise<Bought | null> {
  const outcome = await client.send('comment:post', { commentId, text })
  if (!outcome.ok) throw new Error(`${text}: ${outcome.code}`)
  return COMMAND_SCHEMAS['comment:post'].output.parse(outcome.value).bought
}

function describeBought(bought: Bought | null, staff: TestClient): string {
  if (bought === null) return 'nothing'
  if (bought.kind === 'refused') return `refused ${bought.refusal.code}`
  const { buying } = staff.snapshot().room
  const keyword = (offerId: string) => buying?.keywords.find((each) => each.offerId === offerId)?.keyword
  const holds = bought.holds.map(({ state, lines }) => {
    const units = lines.map((line) => `${keyword(line.offerId)}:${line.quantity}`).sort()
    return `${state} ${units.join(' ')}`
  })
  const but = bought.refusal ? `, but ${bought.refusal.code}` : ''
  return `${bought.kind === 'held' ? '' : 'cancelled: '}${holds.join(', ')}${but}`
}

function readActors(dataDir: string, type: string): unknown[] {
  const name = readdirSync(dataDir).find((each) => each.endsWith('.db'))
  const file = new DatabaseSync(join(dataDir, name ?? ''), { readOnly: true })
  const rows = file.prepare('select actor from events where type = ?').all(type)
  file.close()
  return rows.map((row) => row['actor'])
}
