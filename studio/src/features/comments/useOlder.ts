// Comments from before the desk was opened, read page by page.
import type { StaffComment } from '@lantern/shared/contract/comments.ts'
import { useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'

export interface Older {
  readonly comments: readonly StaffComment[]
  readonly mayAsk: boolean
  /** `before`: the place of the oldest comment that is shown. */
  readonly ask: (before: number) => void
}

export function useOlder(): Older {
  const { send } = useDesk()
  const [comments, setComments] = useState<readonly StaffComment[]>([])
  const [mayAsk, setMayAsk] = useState(true)
  const ask = async (before: number): Promise<void> => {
    const reply = await send('comments:read', { filter: 'all', before })
    if (!reply.ok) return
    setMayAsk(reply.value.more)
    setComments((known) => [...reply.value.comments, ...known])
  }
  return { comments, mayAsk, ask: (before) => void ask(before) }
}
