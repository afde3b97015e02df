// The answers to a topic as they are looked through: filtered, searched, page by page, and read again when something changes.
import type { CommandReply } from '@lantern/shared/contract/commands.ts'
import type { AnswerFilter, AnswerPlace, StaffAnswer, Topic } from '@lantern/shared/features/topic/contract.ts'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'

/** So long between two readings, however fast people answer. */
const REST_MS = 500
/** As many as are read again; whoever looks further back sees them as they were. */
const MOST_PAGES = 6

interface Read {
  readonly answers: readonly StaffAnswer[]
  readonly next: AnswerPlace | null
  readonly pages: number
}

export interface Answers {
  readonly filter: AnswerFilter
  readonly search: string
  /** Null: not read yet. */
  readonly answers: readonly StaffAnswer[] | null
  readonly look: (part: { readonly filter?: AnswerFilter; readonly search?: string }) => void
  /** Null: there is nothing older. */
  readonly more: (() => void) | null
}

export function useAnswers({ id: activityId, version }: Topic): Answers {
  const { send } = useDesk()
  const [wanted, want] = useState({ filter: 'all' as AnswerFilter, search: '', pages: 1 })
  const [read, setRead] = useState<Read | null>(null)
  const latest = useRef(0)
  const readAt = useRef(-Infinity)

  const readAll = useEffectEvent(async () => {
    const nth = (latest.current += 1)
    readAt.current = performance.now()
    const found: StaffAnswer[] = []
    let next: AnswerPlace | null = null
    let pages = 0
    do {
      const { filter, search } = wanted
      const reply: CommandReply<'topic:answers'> = await send('topic:answers', {
        activityId,
        filter,
        search,
        before: next,
      })
      if (nth !== latest.current || !reply.ok) return
      found.push(...reply.value.answers)
      next = reply.value.next
      pages += 1
    } while (next !== null && pages < wanted.pages)
    setRead({ answers: found, next, pages })
  })
  useEffect(() => {
    const timer = setTimeout(() => void readAll(), Math.max(0, readAt.current + REST_MS - performance.now()))
    return () => clearTimeout(timer)
  }, [version, wanted])

  const mayRead = read !== null && read.next !== null && read.pages < MOST_PAGES
  return {
    filter: wanted.filter,
    search: wanted.search,
    answers: read?.answers ?? null,
    look: (part) => want({ ...wanted, ...part, pages: 1 }),
    more: mayRead ? () => want({ ...wanted, pages: read.pages + 1 }) : null,
  }
}
