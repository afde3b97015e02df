// The answers to a topic as they are looked through: filtered, searched, page by page, and read again when something changes.
import type { RoomClient } from '@lantern/shared/client/types.ts'
import type { CommandInput, CommandReply } from '@lantern/shared/contract/commands.ts'
import type { AnswerFilter, AnswerPlace, StaffAnswer, Topic } from '@lantern/shared/features/topic/contract.ts'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'

/** So long between two readings, however fast people answer. */
const REST_MS = 500
/** As many as are read again; whoever searches needs more of them, since few answers of each fit. */
const MOST_PAGES = { read: 6, searched: 12 }

interface Read {
  readonly answers: readonly StaffAnswer[]
  readonly next: AnswerPlace | null
  readonly pages: number
}

export interface Answers {
  readonly filter: AnswerFilter
  readonly search: string
  /** Only some of the answers can fit. */
  readonly isSearched: boolean
  /** Null: not read yet. */
  readonly answers: readonly StaffAnswer[] | null
  readonly look: (part: { readonly filter?: AnswerFilter; readonly search?: string }) => void
  /** Null: there is nothing older. */
  readonly more: (() => void) | null
}

interface Wanted {
  readonly filter: AnswerFilter
  readonly search: string
  readonly pages: number
}

/** Null: it was refused, and is read again with what changes next; no act of anyone's, so that nobody is told. */
async function readPages(client: Pick<RoomClient, 'send'>, asked: Wanted & Pick<Topic, 'id'>): Promise<Read | null> {
  const { id: activityId, filter, search } = asked
  const found: StaffAnswer[] = []
  let next: AnswerPlace | null = null
  let pages = 0
  do {
    const question: CommandInput<'topic:answers'> = { activityId, filter, search, before: next }
    const reply: CommandReply<'topic:answers'> = await client.send('topic:answers', question)
    if (!reply.ok) return null
    found.push(...reply.value.answers)
    next = reply.value.next
    pages += 1
  } while (next !== null && pages < asked.pages)
  return { answers: found, next, pages }
}

export function useAnswers({ id: activityId, version }: Topic): Answers {
  const { client, status } = useDesk()
  const [wanted, want] = useState<Wanted>({ filter: 'all', search: '', pages: 1 })
  const [read, setRead] = useState<Read | null>(null)
  const isReading = useRef(false)
  const isStale = useRef(false)
  const readAt = useRef(-Infinity)
  const [stale, setStale] = useState(0)

  // One at a time: where people answer faster than a line is, each reading would cut off the one before it.
  const readAll = useEffectEvent(async () => {
    if (isReading.current) return void (isStale.current = true)
    isReading.current = true
    isStale.current = false
    readAt.current = performance.now()
    const found = await readPages(client, { id: activityId, ...wanted })
    if (found !== null) setRead(found)
    isReading.current = false
    if (isStale.current) setStale((times) => times + 1)
  })
  useEffect(() => {
    if (status !== 'joined') return
    const timer = setTimeout(() => void readAll(), Math.max(0, readAt.current + REST_MS - performance.now()))
    return () => clearTimeout(timer)
  }, [version, wanted, stale, status])

  const isSearched = wanted.search.trim() !== ''
  const most = isSearched ? MOST_PAGES.searched : MOST_PAGES.read
  const mayRead = read !== null && read.next !== null && read.pages < most
  return {
    filter: wanted.filter,
    search: wanted.search,
    isSearched,
    answers: read?.answers ?? null,
    look: (part) => want({ ...wanted, ...part, pages: 1 }),
    more: mayRead ? () => want({ ...wanted, pages: read.pages + 1 }) : null,
  }
}
