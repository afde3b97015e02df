// Keeps a list of comments at its newest, also when the list itself grows or shrinks, unless the reader scrolled up; then counts what is new.
import { type RefObject, useEffect, useState } from 'react'
import type { Comment } from '@lantern/shared/contract/things.ts'
import { countNew } from './comments.ts'

const NEAR_END_PX = 48

export interface Follow {
  readonly follows: boolean
  /** How many came since the reader scrolled up. */
  readonly fresh: number
  readonly onScroll: () => void
  readonly toNewest: () => void
}

export function useFollow(
  list: RefObject<HTMLElement | null>,
  comments: readonly Comment[],
  self: string | null,
): Follow {
  /** The newest comment when the reader scrolled up; null: at the newest. */
  const [leftAt, setLeftAt] = useState<number | null>(null)
  const last = comments.at(-1)
  // What one says oneself is what one wants to see.
  const isOwnNew = leftAt !== null && comments.some(({ seq, viewerId }) => seq > leftAt && viewerId === self)
  if (isOwnNew) setLeftAt(null)
  const follows = leftAt === null || isOwnNew

  // After every drawing: an answer below a comment makes it longer, too.
  useEffect(() => {
    if (follows) toEnd(list.current)
  })
  useEffect(() => {
    const box = list.current
    if (box === null || !follows) return undefined
    const watch = new ResizeObserver(() => toEnd(box))
    watch.observe(box)
    return () => watch.disconnect()
  }, [list, follows])

  const onScroll = () => {
    const box = list.current
    if (box === null) return
    const isNear = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX
    setLeftAt((at) => (isNear ? null : (at ?? last?.seq ?? 0)))
  }
  const fresh = leftAt === null ? 0 : countNew(comments, leftAt)
  return { follows, fresh, onScroll, toNewest: () => setLeftAt(null) }
}

function toEnd(box: HTMLElement | null) {
  if (box !== null) box.scrollTop = box.scrollHeight
}
