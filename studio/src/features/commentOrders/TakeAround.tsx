// Around the row of a comment: the button that makes it a hold, and the choice of what to hold.
import type { AroundCommentProps } from '../../places.ts'
import { TakeButton } from './TakeButton.tsx'
import { TakeChoice } from './TakeChoice.tsx'
import { useTake } from './useTake.ts'

export function TakeAround({ comment, children }: AroundCommentProps) {
  const take = useTake(comment)
  return children({
    chip: take && <TakeButton comment={comment} take={take} />,
    instead: take?.step === 'choose' ? <TakeChoice name={comment.name} take={take} /> : null,
  })
}
