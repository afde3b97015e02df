// One tap makes a comment that was missed a hold of its author.
import type { StaffComment } from '@lantern/shared/contract/comments.ts'
import { useWords } from '../../words.ts'
import type { Take } from './useTake.ts'

interface TakeButtonProps {
  readonly comment: Pick<StaffComment, 'id' | 'name'>
  readonly take: Take
}

/** Keeps its place while staff choose, so that the row keeps its shape. */
export function TakeButton({ comment: { id, name }, take: { step, sending, take } }: TakeButtonProps) {
  const { say } = useWords()
  if (step === 'taken') return <span className="chip held">{say('buying.taken')}</span>
  return (
    <button
      className="btn take"
      aria-label={say('buying.take', { name })}
      data-testid={`take-${id}`}
      disabled={sending || step === 'choose'}
      onClick={() => take()}
    >
      {say('buying.takeShort')}
    </button>
  )
}
