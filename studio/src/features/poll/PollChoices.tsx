// How long a poll runs, and what is special about it.
import { useWords, type WordKey } from '../../words.ts'
import { LengthChips } from '../../plays/LengthChips.tsx'
import type { PollDraft } from './pollForm.ts'

interface PollChoicesProps {
  readonly draft: PollDraft
  readonly onChange: (part: Partial<PollDraft>) => void
}

const SWITCHES = [
  ['several', 'poll.several'],
  ['hidden', 'poll.hiddenTillEnd'],
  ['pinsWinner', 'poll.pinWinner'],
] as const satisfies readonly (readonly [keyof PollDraft, WordKey])[]

export function PollChoices({ draft, onChange }: PollChoicesProps) {
  const { say } = useWords()

  return (
    <>
      <LengthChips value={draft.lengthMs} onChange={(lengthMs) => onChange({ lengthMs })} />
      <div className="poll-switches">
        {SWITCHES.map(([key, word]) => (
          <label key={key}>
            <input
              type="checkbox"
              data-testid={`poll-${key}`}
              checked={draft[key]}
              onChange={(event) => onChange({ [key]: event.target.checked })}
            />
            {say(word)}
          </label>
        ))}
      </div>
    </>
  )
}
