// One answer as staff read it, with what they can make of it.
import type { AnswerMark, StaffAnswer, Topic } from '@lantern/shared/features/topic/contract.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { useWords } from '../../words.ts'

interface AnswerProps {
  readonly one: Topic
  readonly answer: StaffAnswer
  readonly onMarked: (answer: StaffAnswer) => void
}

/** Each mark's way out of it and to it. */
const ACTS = {
  plain: [
    ['picked', 'pick'],
    ['hidden', 'hide'],
  ],
  picked: [
    ['plain', 'unpick'],
    ['hidden', 'hide'],
  ],
  hidden: [['plain', 'show']],
} as const satisfies Record<AnswerMark, readonly (readonly [AnswerMark, string])[]>

export function Answer({ one, answer, onMarked }: AnswerProps) {
  const { say } = useWords()
  const { send } = useDesk()
  const { no, version, name, text, mark, isBanned } = answer

  async function turn(next: AnswerMark) {
    const reply = await send('topic:mark', { activityId: one.id, no, version, mark: next })
    if (reply.ok) onMarked(reply.value)
  }
  return (
    <li data-mark={mark} data-testid={`topic-answer-${no}`}>
      <p>
        {text}
        <small>
          {name}
          {mark === 'picked' && ` · ${say('topic.isPicked')}`}
          {isBanned && ` · ${say('topic.isBanned')}`}
        </small>
      </p>
      <div>
        {ACTS[mark].map(([next, act], place) => (
          <button
            // By its place: whoever has tapped by key stays there.
            key={place}
            type="button"
            className={act === 'pick' ? 'btn main' : 'btn'}
            aria-label={say(`topic.${act}Of`, { name })}
            data-testid={`topic-${act}`}
            onClick={() => void turn(next)}
          >
            {say(`topic.${act}`)}
          </button>
        ))}
      </div>
    </li>
  )
}
