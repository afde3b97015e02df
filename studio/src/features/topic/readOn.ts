// Reads the answers to a topic page by page: what has come on top anew, what was read below it kept, so that a look stays cheap while people answer.
import type { CommandInput, CommandReply } from '@lantern/shared/contract/commands.ts'
import type { AnswerFilter, AnswerPlace, StaffAnswer } from '@lantern/shared/features/topic/contract.ts'

/** Pages on top that are read again. For one of a search the server looks through thousands of answers. */
const READ_AGAIN = { plain: 6, searched: 1 }

export interface Wanted {
  readonly filter: AnswerFilter
  readonly search: string
  readonly pages: number
}

export interface Read {
  readonly of: Pick<Wanted, 'filter' | 'search'>
  readonly answers: readonly StaffAnswer[]
  /** Null: there is nothing older. */
  readonly next: AnswerPlace | null
  readonly pages: number
}

export type Ask = (
  question: Omit<CommandInput<'topic:answers'>, 'activityId'>,
) => Promise<CommandReply<'topic:answers'>>

/** Only some of the answers can fit. */
export const isSearched = ({ search }: Pick<Wanted, 'search'>) => search.trim() !== ''

/** Null: it was refused, and is read again with what changes next; no act of anyone's, so that nobody is told. */
export async function readOn(ask: Ask, wanted: Wanted, known: Read | null): Promise<Read | null> {
  const most = isSearched(wanted) ? READ_AGAIN.searched : READ_AGAIN.plain
  const top = await readPages(ask, wanted, { before: null, pages: Math.min(wanted.pages, most) })
  if (top === null) return null
  const read = known !== null && isOf(known, wanted) ? onTopOf(known, top) : top
  if (read.next === null || read.pages >= wanted.pages) return read
  const rest = await readPages(ask, wanted, { before: read.next, pages: wanted.pages - read.pages })
  if (rest === null) return null
  return { ...rest, answers: [...read.answers, ...rest.answers], pages: read.pages + rest.pages }
}

/** As it stands once one was marked, which need not be on top. */
export function withMarked(read: Read, marked: StaffAnswer): Read {
  const { filter } = read.of
  const fits = filter === 'all' ? marked.mark !== 'hidden' : marked.mark === filter
  const answers = read.answers.flatMap((one) => (one.no !== marked.no ? [one] : fits ? [marked] : []))
  return { ...read, answers }
}

interface Stretch {
  readonly before: AnswerPlace | null
  readonly pages: number
}

async function readPages(ask: Ask, { filter, search }: Wanted, from: Stretch): Promise<Read | null> {
  const answers: StaffAnswer[] = []
  let next = from.before
  let pages = 0
  do {
    const reply: CommandReply<'topic:answers'> = await ask({ filter, search, before: next })
    if (!reply.ok) return null
    answers.push(...reply.value.answers)
    next = reply.value.next
    pages += 1
  } while (next !== null && pages < from.pages)
  return { of: { filter, search }, answers, next, pages }
}

const isOf = ({ of }: Read, { filter, search }: Wanted) => of.filter === filter && of.search === search

/** An answer that was changed meanwhile is on top, and no longer where it was. */
function onTopOf(known: Read, top: Read): Read {
  const { next } = top
  if (next === null || known.pages <= top.pages) return top
  const above = new Set(top.answers.map(({ no }) => no))
  const below = known.answers.filter((one) => isOlder(one, next) && !above.has(one.no))
  const isWithin = known.next !== null && isOlder(next, known.next)
  return { ...known, answers: [...top.answers, ...below], next: isWithin ? next : known.next }
}

/** Than what lies at a place; in the order in which they are read. */
function isOlder(one: AnswerPlace, place: AnswerPlace): boolean {
  return one.version < place.version || (one.version === place.version && one.no < place.no)
}
