// A poll as pages show it: its answers with what is known of each, and which of the polls stand where.
import { isOver } from '../../activities/states.ts'
import type { ActivityId } from '../../contract/ids.ts'
import type { RoomState } from '../../contract/snapshot.ts'
import type { LocalText, Product } from '../../contract/things.ts'
import type { Poll, PollAnswer } from './contract.ts'
import { leadersOf, shareOf } from './counts.ts'

export interface AnswerLook {
  readonly place: number
  readonly title: LocalText
  /** What a picture is drawn from; null: the answer is a text alone. */
  readonly pictured: { readonly id: string; readonly picture: string } | null
  /** How many have chosen it, and in percent of those who voted; null: not to be seen yet. */
  readonly count: { readonly votes: number; readonly percent: number } | null
  /** Nothing has more votes. */
  readonly leads: boolean
}

export interface PollLook {
  readonly poll: Poll
  readonly answers: readonly AnswerLook[]
  readonly isOver: boolean
}

export function lookAt(poll: Poll, products: readonly Product[]): PollLook {
  // Before the first vote there is nothing to show: nought of nobody says nothing.
  const counts = poll.entries === 0 && !isOver(poll.state) ? null : poll.votes
  const leaders = new Set(counts === null ? [] : leadersOf(counts))
  const answers = poll.answers.map((answer, place) => {
    const votes = counts?.[place]
    return {
      place,
      ...faceOf(answer, products),
      count: votes === undefined ? null : { votes, percent: shareOf(votes, poll.entries) },
      leads: leaders.has(place),
    }
  })
  return { poll, answers, isOver: isOver(poll.state) }
}

function faceOf(answer: PollAnswer, products: readonly Product[]): Pick<AnswerLook, 'title' | 'pictured'> {
  if ('text' in answer) {
    const { text, picture } = answer
    return { title: { en: text }, pictured: picture === null ? null : { id: text, picture } }
  }
  const product = products.find(({ id }) => id === answer.productId)
  return { title: product?.title ?? {}, pictured: product ?? null }
}

/** The one in front, unless something else stands there; and those that run beside it, the latest first. */
export function pollsOf({ polls, front }: Pick<RoomState, 'polls' | 'front'>): {
  readonly front: Poll | null
  readonly beside: readonly Poll[]
} {
  const inFront = polls.find(({ id, state }) => id === front?.activityId && state !== 'cancelled')
  const beside = polls.filter(({ id, state }) => state === 'open' && id !== inFront?.id)
  return { front: inFront ?? null, beside: beside.toReversed() }
}

/** What a viewer has chosen in it, by the places of the answers. */
export function choicesIn(
  entries: readonly { readonly activityId: ActivityId; readonly entry?: unknown }[],
  poll: Poll,
): readonly number[] {
  const entry: unknown = entries.find(({ activityId }) => activityId === poll.id)?.entry
  if (typeof entry !== 'object' || entry === null || !('choices' in entry) || !Array.isArray(entry.choices)) return []
  return entry.choices.filter((place) => typeof place === 'number')
}

/** Those chosen after a tap on an answer: one takes the place of another, of several the last one stays. */
export function choicesAfter(chosen: readonly number[], tapped: number, several: boolean): readonly number[] {
  if (!several) return [tapped]
  if (!chosen.includes(tapped)) return [...chosen, tapped].sort((a, b) => a - b)
  const others = chosen.filter((place) => place !== tapped)
  return others.length === 0 ? chosen : others
}
