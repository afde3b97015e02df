// The answers of a poll: tapped to vote, with their bars, and under them what one has chosen or why it was refused.
import type { Poll } from '@lantern/shared/features/poll/contract.ts'
import { type AnswerLook, lookAt, type PollLook } from '@lantern/shared/features/poll/look.ts'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { Check } from 'lucide-react'
import { type KeyboardEvent, type Ref, useRef, useState } from 'react'
import { Conditions } from '../../plays/Conditions.tsx'
import { PlayFine } from '../../plays/parts.tsx'
import type { BodyProps } from '../../plays/play.tsx'
import { useWords } from '../../useWords.ts'
import { namesOf, outcomeOf } from './note.ts'
import { useVote } from './useVote.ts'

export function Answers({ one: poll, room: { products }, titleId, steps, mayEnter }: BodyProps<Poll>) {
  const look = lookAt(poll, products)
  const { answers } = look
  const vote = useVote(look, mayEnter)
  const keys = useAnswerKeys(answers.length, vote.chosen[0] ?? 0)
  return (
    <>
      {steps && <Conditions steps={steps} products={products} />}
      <div
        className="poll-answers"
        role={poll.several ? 'group' : 'radiogroup'}
        aria-labelledby={titleId}
        onKeyDown={keys.onKeyDown}
      >
        {answers.map((answer) => (
          <Answer
            key={answer.place}
            ref={keys.refOf(answer.place)}
            answer={answer}
            several={poll.several}
            chosen={vote.chosen.includes(answer.place)}
            isOffered={vote.mayVote && (poll.several || vote.chosen.length === 0)}
            isStop={poll.several || answer.place === keys.at}
            mayVote={vote.mayVote}
            onTap={() => {
              keys.go(answer.place)
              vote.tap(answer.place)
            }}
          />
        ))}
      </div>
      <Fine look={look} vote={vote} isMissing={steps?.some(({ isMet }) => !isMet) ?? false} />
    </>
  )
}

/** Arrows go from answer to answer and choose nothing: a vote is a tap, the space bar or Enter. */
function useAnswerKeys(answers: number, first: number) {
  const [moved, setMoved] = useState<number | null>(null)
  const buttons = useRef(new Map<number, HTMLButtonElement>())
  const at = moved ?? first
  const go = (place: number) => setMoved(place)
  const refOf = (place: number) => (button: HTMLButtonElement | null) => {
    if (button === null) buttons.current.delete(place)
    else buttons.current.set(place, button)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const from = [...buttons.current].find(([, button]) => button === document.activeElement)?.[0] ?? at
    const to = placeAfter(event.key, from, answers)
    if (to === null) return
    event.preventDefault()
    go(to)
    buttons.current.get(to)?.focus()
  }
  return { at, go, refOf, onKeyDown }
}

function placeAfter(key: string, at: number, answers: number): number | null {
  if (key === 'ArrowDown' || key === 'ArrowRight') return (at + 1) % answers
  if (key === 'ArrowUp' || key === 'ArrowLeft') return (at + answers - 1) % answers
  if (key === 'Home') return 0
  return key === 'End' ? answers - 1 : null
}

interface AnswerProps {
  readonly ref: Ref<HTMLButtonElement>
  readonly answer: AnswerLook
  readonly several: boolean
  readonly chosen: boolean
  /** It is still to be chosen, and shows that it can be. */
  readonly isOffered: boolean
  readonly isStop: boolean
  readonly mayVote: boolean
  readonly onTap: () => void
}

function Answer({ ref, answer, several, chosen, isOffered, isStop, mayVote, onTap }: AnswerProps) {
  const { text } = useWords()
  const { title, pictured, count, leads } = answer
  const name = text(title)
  return (
    <button
      ref={ref}
      type="button"
      className="poll-answer"
      role={several ? 'checkbox' : 'radio'}
      aria-checked={chosen}
      // The focus stays where it is when the poll closes under it.
      aria-disabled={!mayVote}
      tabIndex={isStop ? 0 : -1}
      data-leads={leads}
      data-testid={`poll-answer-${answer.place}`}
      onClick={mayVote ? onTap : undefined}
    >
      {count && <i className="poll-fill" style={{ transform: `scaleX(${count.percent / 100})` }} aria-hidden="true" />}
      {pictured && <ProductPicture className="poll-shot" product={pictured} title={name} size={36} />}
      <span className="poll-title">{name}</span>
      {chosen ? <Tick /> : isOffered && <i className={several ? 'poll-box' : 'poll-ring'} aria-hidden="true" />}
      {count && <Count count={count} />}
    </button>
  )
}

function Tick() {
  return (
    <span className="poll-tick" aria-hidden="true">
      <Check size={13} strokeWidth={3} />
    </span>
  )
}

function Count({ count: { votes, percent } }: { readonly count: NonNullable<AnswerLook['count']> }) {
  const { count, locale } = useWords()
  return (
    <>
      <em>{new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100)}</em>
      <small>{count(votes)}</small>
    </>
  )
}

interface FineProps {
  readonly look: PollLook
  readonly vote: ReturnType<typeof useVote>
  /** Something of what it takes. */
  readonly isMissing: boolean
}

function Fine({ look, vote, isMissing }: FineProps) {
  const words = useWords()
  const { t, locale } = words
  const { poll, answers, isOver } = look
  const own = namesOf(
    answers.filter(({ place }) => vote.chosen.includes(place)),
    words,
  )
  const yours = own === '' ? [] : [t('poll.yours', { what: own })]
  const line = vote.refusal === null ? sentences().join(locale === 'en' ? ' ' : '') : vote.refusal
  return <PlayFine refused={vote.refusal !== null}>{line}</PlayFine>

  function sentences(): string[] {
    if (isOver) return [outcomeOf(look, words), ...(poll.result?.pinned ? [t('poll.isPinned')] : []), ...yours]
    if (isMissing) return [t('play.first')]
    if (poll.state === 'announced') return [t('poll.notYet')]
    const change = own === '' ? 'poll.untilItCloses' : poll.several ? 'poll.changeSeveral' : 'poll.change'
    return [
      ...yours,
      ...(own === '' && poll.pinsWinner ? [t('poll.pinsWinner')] : []),
      ...(poll.hidden ? [t('poll.hidden')] : []),
      t(change),
    ]
  }
}
