// Who may write in this show, and how often; each choice takes effect at once.
import type { CommentRulesChange } from '@lantern/shared/contract/comments.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60_000
const PAUSES = [0, 5, 15, 30, 60] as const
const WATCHES = [0, 1, 5, 15] as const

export function RulesForm({ onWords }: { readonly onWords: () => void }) {
  const { say } = useWords()
  const { room, send } = useDesk()
  const { talk, show } = room
  const set = (change: CommentRulesChange) => void send('room:setTalk', change)
  const isOver = show.phase === 'ended'

  return (
    <div className="talk-rules">
      <h2>{say('talk.rules')}</h2>
      <fieldset disabled={isOver}>
        <Toggle word="talk.mutedAll" testId="muted-all" on={talk.mutedAll} onChange={(mutedAll) => set({ mutedAll })} />
        <Toggle word="talk.review" testId="review" on={talk.review} onChange={(review) => set({ review })} />
        <Toggle
          word="talk.buyersOnly"
          testId="buyers-only"
          on={talk.buyersOnly}
          onChange={(buyersOnly) => set({ buyersOnly })}
        />
        <Choice
          legend={say('talk.slow')}
          options={PAUSES.map((n) => ({
            value: n * SECOND_MS,
            name: n === 0 ? say('talk.off') : say('sale.seconds', { n }),
          }))}
          value={talk.slowMs}
          testId="slow"
          onChange={(slowMs) => set({ slowMs })}
        />
        <Choice
          legend={say('talk.watch')}
          options={WATCHES.map((n) => ({
            value: n * MINUTE_MS,
            name: n === 0 ? say('talk.off') : say('sale.minutes', { n }),
          }))}
          value={talk.watchMs}
          testId="watch"
          onChange={(watchMs) => set({ watchMs })}
        />
      </fieldset>
      <button className="btn" data-testid="words-open" onClick={onWords}>
        {say('talk.words')}
      </button>
    </div>
  )
}

interface ToggleProps {
  readonly word: 'talk.mutedAll' | 'talk.review' | 'talk.buyersOnly'
  readonly testId: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

function Toggle({ word, testId, on, onChange }: ToggleProps) {
  const { say } = useWords()
  return (
    <label className="talk-toggle">
      <input type="checkbox" checked={on} data-testid={testId} onChange={(event) => onChange(event.target.checked)} />
      {say(word)}
    </label>
  )
}

interface ChoiceProps {
  readonly legend: string
  readonly options: readonly { readonly value: number; readonly name: string }[]
  readonly value: number
  readonly testId: string
  readonly onChange: (value: number) => void
}

export function Choice({ legend, options, value, testId, onChange }: ChoiceProps) {
  return (
    <div className="chips" role="group" aria-label={legend}>
      <span>{legend}</span>
      <div>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className="chip"
            aria-pressed={option.value === value}
            data-testid={`${testId}-${option.value}`}
            onClick={() => onChange(option.value)}
          >
            {option.name}
          </button>
        ))}
      </div>
    </div>
  )
}
