// The answers of the poll in front in the overlay, with their bars and what came of it.
import type { Poll } from '@lantern/shared/features/poll/contract.ts'
import { type AnswerLook, lookAt, type PollLook } from '@lantern/shared/features/poll/look.ts'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { useWords } from '../../overlay/scene.ts'
import type { OverlayShown } from '../../plays/overlayPlay.tsx'
import { outcomeOf } from './note.ts'
import './overlay.css'

export function OverlayAnswers({ one, room, words }: OverlayShown<Poll>) {
  const look = lookAt(one, room.products)
  return (
    <>
      <ul>
        {look.answers.map((answer) => (
          <Answer key={answer.place} answer={answer} />
        ))}
      </ul>
      <Outcome look={look} words={words} />
    </>
  )
}

function Answer({ answer: { title, pictured, count, leads } }: { readonly answer: AnswerLook }) {
  const { text, locale } = useWords()
  const name = text(title)
  return (
    <li data-leads={leads && count !== null}>
      {count && <i style={{ transform: `scaleX(${count.percent / 100})` }} />}
      {pictured && <ProductPicture product={pictured} title={name} />}
      <span>{name}</span>
      {count && <em>{new Intl.NumberFormat(locale, { style: 'percent' }).format(count.percent / 100)}</em>}
    </li>
  )
}

interface OutcomeProps {
  readonly look: PollLook
  readonly words: OverlayShown<Poll>['words']
}

function Outcome({ look, words }: OutcomeProps) {
  if (!look.isOver) return look.poll.hidden ? <p>{words.t('poll.hidden')}</p> : null
  return <p data-testid="overlay-poll-outcome">{outcomeOf(look, words)}</p>
}
