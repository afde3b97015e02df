// The answers to a topic as they are looked through: filtered, searched, page by page, and read again when something changes.
import type { AnswerFilter, StaffAnswer, Topic } from '@lantern/shared/features/topic/contract.ts'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'
import { isSearched, type Read, readOn, type Wanted, withMarked } from './readOn.ts'

/** So long between two readings, however fast people answer. */
const REST_MS = 500

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
  /** What was made of one here. */
  readonly onMarked: (answer: StaffAnswer) => void
}

export function useAnswers({ id: activityId, version }: Topic): Answers {
  const { client, status } = useDesk()
  const [wanted, want] = useState<Wanted>({ filter: 'all', search: '', pages: 1 })
  const [read, setRead] = useState<Read | null>(null)
  const isReading = useRef(false)
  const isStale = useRef(false)
  const readAt = useRef(-Infinity)
  /** Since the reading began, which may not know of it. */
  const marked = useRef<readonly StaffAnswer[]>([])
  const [stale, setStale] = useState(0)

  // One at a time: where people answer faster than a line is, each reading would cut off the one before it.
  const readAll = useEffectEvent(async () => {
    if (isReading.current) return void (isStale.current = true)
    isReading.current = true
    isStale.current = false
    readAt.current = performance.now()
    marked.current = []
    const found = await readOn((question) => client.send('topic:answers', { activityId, ...question }), wanted, read)
    if (found !== null) setRead(marked.current.reduce(withMarked, found))
    isReading.current = false
    if (isStale.current) setStale((times) => times + 1)
  })
  useEffect(() => {
    if (status !== 'joined') return
    const timer = setTimeout(() => void readAll(), Math.max(0, readAt.current + REST_MS - performance.now()))
    return () => clearTimeout(timer)
  }, [version, wanted, stale, status])

  return {
    filter: wanted.filter,
    search: wanted.search,
    isSearched: isSearched(wanted),
    answers: read?.answers ?? null,
    look: (part) => want({ ...wanted, ...part, pages: 1 }),
    more: read === null || read.next === null ? null : () => want({ ...wanted, pages: read.pages + 1 }),
    onMarked(answer) {
      marked.current = [...marked.current, answer]
      setRead((now) => now && withMarked(now, answer))
    },
  }
}
