// How long a poll runs, and what is special about it.
import { useWords, type WordKey } from '../../words.ts'
import { LENGTHS_MS, type PollDraft } from './pollForm.ts'

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
  const name = (ms: number | null) => {
    if (ms === null) return say('poll.byHand')
    return ms < 60_000 ? say('poll.seconds', { n: ms / 1000 }) : say('poll.minutes', { n: ms / 60_000 })
  }

  return (
    <>
      <div className="field chips">
        <span id="poll-length">{say('poll.length')}</span>
        <div role="group" aria-labelledby="poll-length">
          {LENGTHS_MS.map((ms) => (
            <button
              key={ms}
              type="button"
              className="chip"
              aria-pressed={draft.lengthMs === ms}
              onClick={() => onChange({ lengthMs: ms })}
            >
              {name(ms)}
            </button>
          ))}
        </div>
      </div>
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
