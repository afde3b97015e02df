// What a viewer says and likes: knows its own comments, when it may write again, and which comments it reported.
import { asId, createId } from '@lantern/shared/client/ids.ts'
import { createStore } from '@lantern/shared/client/store.ts'
import type { Store } from '@lantern/shared/client/store.ts'
import type { RoomClient } from '@lantern/shared/client/types.ts'
import type { Bought } from '@lantern/shared/contract/commentOrders.ts'
import type { CommentId } from '@lantern/shared/contract/ids.ts'
import type { Refusal, RefusalCode } from '@lantern/shared/contract/refusals.ts'
import type { Comment } from '@lantern/shared/contract/things.ts'
import type { Told } from './holdActions.ts'

/** Why one may not write for a while. */
export type PauseReason = Extract<RefusalCode, 'SLOW_DOWN' | 'CROWDED_COMMENTS' | 'MUTED' | 'WATCH_FIRST'>

export interface CommentActionsView {
  readonly comments: readonly Comment[]
  /** Until when this viewer may not write, on the server's clock; null: nothing forbids it. */
  readonly pause: { readonly why: PauseReason; readonly until: number } | null
  readonly isBanned: boolean
  /** Taps of this page: each is a heart. */
  readonly taps: number
}

export interface CommentActions {
  getView(): CommentActionsView
  subscribe(listener: () => void): () => void
  /** Answers whether the comment was taken. */
  say(text: string): Promise<boolean>
  report(commentId: CommentId): Promise<void>
  like(): void
}

export interface CommentActionsNeeds {
  readonly client: RoomClient
  readonly tell: (told: Told) => void
  /** A comment was an order. */
  readonly onBought: (commentId: CommentId, bought: Bought) => void
}

interface Talking extends CommentActionsNeeds {
  readonly store: Store<CommentActionsView>
}

const OWN_KEPT = 50
const LIKES_EVERY_MS = 1_000
const MOST_LIKES = 20

export function createCommentActions(needs: CommentActionsNeeds): CommentActions {
  const store = createStore<CommentActionsView>({ comments: [], pause: null, isBanned: false, taps: 0 })
  const talking: Talking = { ...needs, store }
  const likes = createLikes(needs.client)
  return {
    getView: store.get,
    subscribe: store.subscribe,
    say: (text) => say(talking, text),
    report: (commentId) => report(talking, commentId),
    like: () => {
      store.patch({ taps: store.get().taps + 1 })
      likes.add()
    },
  }
}

async function say({ client, store, tell, onBought }: Talking, text: string): Promise<boolean> {
  const command = { commentId: asId<CommentId>(createId()), text }
  const outcome = await client.send('comment:post', command)
  if (!outcome.ok) {
    store.patch({ pause: pauseOf(client, outcome), isBanned: outcome.code === 'BANNED' })
    tell({ kind: 'refused', refusal: outcome })
    return false
  }
  const slowMs = client.getView().room?.talk.slowMs ?? 0
  const pause = slowMs > 0 ? { why: 'SLOW_DOWN' as const, until: client.clock.now() + slowMs } : null
  const { bought, ...comment } = outcome.value
  store.patch({ comments: [...store.get().comments.slice(-OWN_KEPT), comment], pause, isBanned: false })
  if (bought) onBought(comment.id, bought)
  return true
}

function isPause(code: RefusalCode): code is PauseReason {
  return code === 'SLOW_DOWN' || code === 'CROWDED_COMMENTS' || code === 'MUTED' || code === 'WATCH_FIRST'
}

function pauseOf({ clock }: RoomClient, { code, retryAfterMs = 0 }: Refusal): CommentActionsView['pause'] {
  return isPause(code) ? { why: code, until: clock.now() + retryAfterMs } : null
}

async function report({ client, tell }: Talking, commentId: CommentId): Promise<void> {
  const outcome = await client.send('comment:report', { commentId })
  tell(outcome.ok ? { kind: 'reported' } : { kind: 'refused', refusal: outcome })
}

/** Taps of a second are sent together; what gets lost on the way is not sent again. */
function createLikes(client: RoomClient) {
  let count = 0
  let timer: ReturnType<typeof setTimeout> | null = null
  const flush = () => {
    timer = null
    void client.send('like:send', { count: Math.min(count, MOST_LIKES) })
    count = 0
  }
  return {
    add: () => {
      count += 1
      timer ??= setTimeout(flush, LIKES_EVERY_MS)
    },
  }
}
