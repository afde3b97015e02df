// What a viewer does in the room: hold, let go, comment. Remembers what replies told until the room says it, too.
import { createId } from '@lantern/shared/client/ids.ts'
import type { RoomClient } from '@lantern/shared/client/types.ts'
import type { OfferId } from '@lantern/shared/contract/ids.ts'
import { CommentId, HoldId } from '@lantern/shared/contract/ids.ts'
import type { RefusalCode } from '@lantern/shared/contract/refusals.ts'
import type { Comment, Hold } from '@lantern/shared/contract/things.ts'
import { mergeHolds } from '../view/holds.ts'
import { keepTrying } from './keepTrying.ts'

export interface Pending {
  readonly offerId: OfferId
  /** The first try got no answer and another is on its way. */
  readonly again: boolean
}

export interface ActsView {
  readonly pending: Pending | null
  readonly holds: readonly Hold[]
  readonly comments: readonly Comment[]
}

export type Told = { readonly kind: 'held' | 'letGo' } | { readonly kind: 'refused'; readonly code: RefusalCode }

export interface Acts {
  getView(): ActsView
  subscribe(listener: () => void): () => void
  /** One tap: one hold. A tap while another is on its way does nothing. */
  hold(offerId: OfferId): Promise<void>
  letGo(holdId: HoldId): Promise<void>
  /** Answers whether the comment was taken. */
  say(text: string): Promise<boolean>
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export function createActs(client: RoomClient, tell: (told: Told) => void): Acts {
  const listeners = new Set<() => void>()
  let view: ActsView = { pending: null, holds: [], comments: [] }
  const change = (part: Partial<ActsView>) => {
    view = { ...view, ...part }
    for (const listener of listeners) listener()
  }
  const keep = (hold: Hold) => change({ holds: mergeHolds(view.holds, [hold]) })

  async function hold(offerId: OfferId) {
    if (view.pending !== null) return
    change({ pending: { offerId, again: false } })
    const command = { holdId: HoldId.parse(createId()), lines: [{ offerId, quantity: 1 }] }
    const outcome = await keepTrying(() => client.send('hold:place', command), {
      now: Date.now,
      wait,
      onAgain: () => change({ pending: { offerId, again: true } }),
    })
    if (outcome.ok) keep(outcome.value)
    change({ pending: null })
    tell(outcome.ok ? { kind: 'held' } : { kind: 'refused', code: outcome.code })
  }

  async function letGo(holdId: HoldId) {
    const outcome = await client.send('hold:release', { holdId })
    if (outcome.ok) keep(outcome.value)
    tell(outcome.ok ? { kind: 'letGo' } : { kind: 'refused', code: outcome.code })
  }

  async function say(text: string) {
    const command = { commentId: CommentId.parse(createId()), text }
    const outcome = await client.send('comment:post', command)
    if (outcome.ok) change({ comments: [...view.comments.slice(-50), outcome.value] })
    else tell({ kind: 'refused', code: outcome.code })
    return outcome.ok
  }

  return {
    getView: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    hold,
    letGo,
    say,
  }
}
