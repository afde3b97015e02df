// One viewer of the crowd: comments and holds until each has its final answer, and keeps account of what must be seen.
import { createId } from '@lantern/shared/client/ids.ts'
import { createRoomClient } from '@lantern/shared/client/roomClient.ts'
import type { RoomClient, RoomView } from '@lantern/shared/client/types.ts'
import type { CommandInput, CommandName } from '@lantern/shared/contract/commands.ts'
import { CommentId, HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { digestOf } from './digest.ts'
import type { MemberReport } from './messages.ts'

export interface Member {
  isJoined(): boolean
  comment(): Promise<void>
  /** One unit of a random offer; a refusal is an answer too. */
  hold(): Promise<void>
  report(): MemberReport
  close(): void
}

export interface MemberOptions {
  readonly url: string
  readonly cookie: string
  readonly showId: string
}

/**
 * An id that may be a comment's text: without the letters of any word that is held for staff. Of 5,500 ids in base64url one
 * holds `vx` between its marks; such a comment is seen by its author alone.
 */
const plainId = () => randomBytes(16).toString('hex')

const ASK_AGAIN_MS = 300
/** Longer than anything that is broken stays so. */
const PATIENCE_MS = 30_000

/** The same id until there is an answer that is final; null: refused. Throws when none comes. */
async function insist<Name extends CommandName>(client: RoomClient, name: Name, input: CommandInput<Name>) {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    const reply = await client.send(name, input)
    if (reply.ok) return reply.value
    if (!reply.retryable) return null
    const { status, room } = client.getView()
    if (Date.now() > end)
      throw new Error(`${name}: still ${reply.code} ${JSON.stringify({ status, phase: room?.show.phase })}`)
    await pause(ASK_AGAIN_MS)
  }
}

/** Ids that `seen` lacks, and those that stand twice in what is shown. */
function findWrongs(what: string, asked: ReadonlySet<string>, { seen, shown }: Sight): string[] {
  const missing = [...asked].filter((id) => !seen.has(id)).map((id) => `${what} ${id} was never seen`)
  const twice = shown.filter((id, at) => shown.indexOf(id) !== at).map((id) => `${what} ${id} is shown twice`)
  return [...missing, ...twice]
}

interface Sight {
  readonly seen: ReadonlySet<string>
  readonly shown: readonly string[]
}

function watchConnection(client: RoomClient, onView: (view: RoomView) => void) {
  let isJoined = false
  let lostAt: number | null = null
  let backAt: number | null = null
  client.subscribe(() => {
    const view = client.getView()
    if (isJoined && view.status !== 'joined') lostAt = Date.now()
    if (!isJoined && view.status === 'joined') backAt = Date.now()
    isJoined = view.status === 'joined'
    onView(view)
  })
  return { read: () => ({ isJoined, lostAt, backAt }) }
}

export function createMember({ url, cookie, showId }: MemberOptions): Member {
  const client = createRoomClient({ url, as: 'viewer', showId: ShowId.parse(showId), via: null, headers: { cookie } })
  const comments = new Set<string>()
  const holds = new Set<string>()
  const seen = new Set<string>()
  const connection = watchConnection(client, ({ room, self, own }) => {
    for (const { id, viewerId } of room?.comments.rows ?? []) if (viewerId === self?.viewerId) seen.add(id)
    for (const { id } of own.holds) seen.add(id)
  })
  const report = (): MemberReport => {
    const { room, own } = client.getView()
    const ids = own.holds.map(({ id }) => id)
    // Each comment's text is its id: a comment stored twice would show the text twice.
    const texts = room?.comments.rows.map(({ text }) => text) ?? []
    const wrongs = [
      ...findWrongs('comment', comments, { seen, shown: texts }),
      ...findWrongs('hold', holds, { seen: new Set(ids), shown: ids }),
    ]
    const counts = { comments: comments.size, holds: holds.size }
    return { url, ...connection.read(), ...counts, digest: digestOf(room), wrongs }
  }
  return {
    isJoined: () => connection.read().isJoined,
    comment: async () => {
      const commentId = CommentId.parse(plainId())
      const posted = await insist(client, 'comment:post', { commentId, text: commentId })
      if (posted === null) return
      comments.add(commentId)
      // By the time of its answer so much else was said that a page shows it no more.
      if (posted.seq < (client.getView().room?.comments.rows[0]?.seq ?? 0)) seen.add(commentId)
    },
    hold: async () => {
      const offers = client.getView().room?.offers ?? []
      const offer = offers[Math.floor(Math.random() * offers.length)]
      if (offer === undefined) return
      const holdId = HoldId.parse(createId())
      const lines = [{ offerId: offer.id, quantity: 1, priceMinor: offer.priceMinor }]
      if ((await insist(client, 'hold:place', { holdId, lines })) !== null) holds.add(holdId)
    },
    report,
    close: client.close,
  }
}
