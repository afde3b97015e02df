// Collects comments for a moment and stores them in one transaction.
import type { AddOutcome, NewComment } from './newComment.ts'
import type { CommentBatch } from '../../commands/command.ts'
import type { ServiceNeeds } from '../../commands/services.ts'
import { addComments } from './jobs/addComments.ts'

const WAIT_MS = 20
const FULL = 200
/** Beyond this many the database does not keep up: better to say so than to grow. */
const MOST_WAITING = 10_000

interface Waiting {
  readonly comment: NewComment
  resolve(outcome: AddOutcome): void
  reject(error: unknown): void
}

export interface ClosableCommentBatch extends CommentBatch {
  /** Stores what waits. Idempotent. */
  close(): Promise<void>
}

function answerAll(batch: readonly Waiting[], outcomes: readonly AddOutcome[]): void {
  batch.forEach((one, index) => {
    const outcome = outcomes[index]
    if (outcome === undefined) one.reject(new Error('the store answered with fewer comments than it was given'))
    else one.resolve(outcome)
  })
}

export function createCommentBatch({ store, paces }: Pick<ServiceNeeds, 'store' | 'paces'>): ClosableCommentBatch {
  let waiting: Waiting[] = []
  let timer: NodeJS.Timeout | null = null
  let inFlight = 0
  let last = Promise.resolve()

  const save = async (batch: readonly Waiting[]) => {
    try {
      answerAll(batch, await store.change(addComments, { comments: batch.map((one) => one.comment), paces }))
    } catch (error) {
      for (const one of batch) one.reject(error)
    }
    inFlight -= batch.length
  }
  const flush = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (waiting.length === 0) return
    const batch = waiting
    waiting = []
    inFlight += batch.length
    last = last.then(() => save(batch))
  }
  const add = (comment: NewComment): Promise<AddOutcome | null> => {
    if (waiting.length + inFlight >= MOST_WAITING) return Promise.resolve(null)
    return new Promise((resolve, reject) => {
      waiting.push({ comment, resolve, reject })
      if (waiting.length >= FULL) flush()
      else timer ??= setTimeout(flush, WAIT_MS)
    })
  }
  const close = () => {
    flush()
    return last
  }
  return { add, close }
}
