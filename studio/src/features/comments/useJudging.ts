// What staff do about comments and viewers, each with its undo, which stands for some seconds.
import type { CommandInput, CommandName } from '@lantern/shared/contract/commands.ts'
import type { Ban, StaffComment } from '@lantern/shared/contract/comments.ts'
import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import type { WordKey } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'

const UNDO_MS = 8_000

export interface Undo {
  readonly word: WordKey
  readonly name: string
  /** Null: this cannot be undone. */
  readonly run: (() => void) | null
}

export interface Judging {
  readonly hide: (comment: StaffComment) => void
  readonly show: (comment: StaffComment) => void
  readonly approve: (comment: StaffComment) => void
  readonly pin: (comment: StaffComment) => void
  readonly unpin: () => void
  readonly mute: (comment: StaffComment, forMs: number) => void
  readonly ban: (comment: StaffComment, ban: Ban) => void
  readonly pardon: (comment: Pick<StaffComment, 'viewerId' | 'name'>) => void
  readonly erase: (comment: StaffComment) => void
  /** The comment that is being answered; null: none. */
  readonly answering: StaffComment | null
  readonly answer: (comment: StaffComment | null) => void
  readonly undo: Undo | null
}

export const JudgingContext = createContext<Judging | null>(null)

export function useJudging(): Judging {
  const judging = useContext(JudgingContext)
  if (!judging) throw new Error('useJudging outside of the comments')
  return judging
}

export function useNewJudging(): Judging {
  const { send } = useDesk()
  const [undo, setUndo] = useState<Undo | null>(null)
  const [answering, answer] = useState<StaffComment | null>(null)
  useEffect(() => {
    if (undo === null) return
    const timer = setTimeout(() => setUndo(null), UNDO_MS)
    return () => clearTimeout(timer)
  }, [undo])

  return useMemo(() => {
    const act = async <Name extends CommandName>(name: Name, input: CommandInput<Name>, done: Undo | null) => {
      const reply = await send(name, input)
      if (reply.ok) setUndo(done)
    }
    const verdict =
      (name: 'comment:show' | 'comment:hide' | 'comment:unpin', input: CommandInput<typeof name>) => () => {
        void act(name, input, null)
      }
    return { ...acts(act, verdict), answering, answer, undo }
  }, [send, answering, undo])
}

type Act = <Name extends CommandName>(name: Name, input: CommandInput<Name>, done: Undo | null) => Promise<void>
type Verdict = (
  name: 'comment:show' | 'comment:hide' | 'comment:unpin',
  input: CommandInput<'comment:show'>,
) => () => void

function acts(act: Act, verdict: Verdict): Omit<Judging, 'answering' | 'answer' | 'undo'> {
  const pardon = ({ viewerId, name }: Pick<StaffComment, 'viewerId' | 'name'>) =>
    void act('viewer:pardon', { viewerId }, { word: 'talk.didPardon', name, run: null })
  return {
    pardon,
    hide: ({ id: commentId, name }) =>
      void act(
        'comment:hide',
        { commentId },
        { word: 'talk.didHide', name, run: verdict('comment:show', { commentId }) },
      ),
    show: ({ id: commentId, name, state }) =>
      void act(
        'comment:show',
        { commentId },
        {
          word: state === 'hidden' ? 'talk.didShow' : 'talk.didKeep',
          name,
          run: verdict('comment:hide', { commentId }),
        },
      ),
    approve: ({ id: commentId, name }) =>
      void act(
        'comment:approve',
        { commentId },
        {
          word: 'talk.didApprove',
          name,
          run: verdict('comment:hide', { commentId }),
        },
      ),
    pin: ({ id: commentId, name }) =>
      void act(
        'comment:pin',
        { commentId },
        { word: 'talk.didPin', name, run: verdict('comment:unpin', { commentId }) },
      ),
    unpin: () => void act('comment:unpin', {}, null),
    mute: ({ viewerId, name }, forMs) =>
      void act(
        'viewer:mute',
        { viewerId, forMs },
        { word: 'talk.didMute', name, run: () => pardon({ viewerId, name }) },
      ),
    ban: ({ viewerId, name }, ban) =>
      void act('viewer:ban', { viewerId, ban }, { word: 'talk.didBan', name, run: () => pardon({ viewerId, name }) }),
    erase: ({ viewerId, name }) => void act('viewer:erase', { viewerId }, { word: 'talk.didErase', name, run: null }),
  }
}
