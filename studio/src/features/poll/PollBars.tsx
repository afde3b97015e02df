// The answers of a poll on the desk, with their bars.
import type { Poll } from '@lantern/shared/features/poll/contract.ts'
import { type AnswerLook, lookAt } from '@lantern/shared/features/poll/look.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatCount } from '@lantern/shared/ui/money.ts'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import type { Shown } from '../../plays/play.tsx'
import { useWords } from '../../words.ts'

export function PollBars({ one, room }: Shown<Poll>) {
  if (one.state === 'draft') return null
  return (
    <ol>
      {lookAt(one, room.products).answers.map((answer) => (
        <Answer key={answer.place} answer={answer} />
      ))}
    </ol>
  )
}

function Answer({ answer: { title, pictured, count, leads } }: { readonly answer: AnswerLook }) {
  const { locale } = useWords()
  const name = pickText(title, locale)

  return (
    <li data-leads={leads}>
      {count && <i style={{ width: `${count.percent}%` }} aria-hidden="true" />}
      {pictured && <ProductPicture product={pictured} title={name} size={28} />}
      <span>{name}</span>
      {count && (
        <b>
          {new Intl.NumberFormat(locale, { style: 'percent' }).format(count.percent / 100)}
          <small>{formatCount(count.votes, locale)}</small>
        </b>
      )}
    </li>
  )
}
