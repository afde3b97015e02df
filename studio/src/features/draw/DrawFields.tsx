// The fields of a draw: what is drawn, for how many, and how long a winner has.
import { MOST_TITLE, MOST_WORTH, type DrawDraft, type Offered } from './drawForm.ts'
import { useWords, type WordKey } from '../../words.ts'

interface FieldProps {
  readonly draft: DrawDraft
  readonly problem: WordKey | null
  readonly onChange: (part: Partial<DrawDraft>) => void
}

const OTHER = ''

export function PrizeFields({
  draft,
  problem,
  offered,
  onChange,
}: FieldProps & { readonly offered: readonly Offered[] }) {
  const { say } = useWords()
  const choose = (productId: string) => {
    const product = offered.find((one) => one.productId === productId)
    onChange(product ?? { productId: null, title: say('draw.usualText'), worth: '' })
  }
  return (
    <>
      <label className="field">
        <span>{say('draw.prize')}</span>
        <select
          data-testid="draw-prize"
          value={draft.productId ?? OTHER}
          onChange={(event) => choose(event.target.value)}
        >
          {offered.map(({ productId, title }) => (
            <option key={productId} value={productId ?? OTHER}>
              {title}
            </option>
          ))}
          <option value={OTHER}>{say('draw.ownText')}</option>
        </select>
      </label>
      <TitleField draft={draft} problem={problem} onChange={onChange} />
      <label className="field">
        <span>{say('draw.worth')}</span>
        <input
          data-testid="draw-worth"
          value={draft.worth}
          maxLength={MOST_WORTH}
          placeholder={say('draw.worthLike')}
          onChange={(event) => onChange({ worth: event.target.value })}
        />
      </label>
    </>
  )
}

function TitleField({ draft, problem, onChange }: FieldProps) {
  const { say } = useWords()
  return (
    <label className="field" data-wrong={problem !== null}>
      <span>{say('draw.prizeText')}</span>
      <input
        data-testid="draw-title"
        value={draft.title}
        maxLength={MOST_TITLE}
        aria-invalid={problem !== null}
        aria-describedby="draw-title-note"
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <small id="draw-title-note">{problem && say(problem)}</small>
    </label>
  )
}

const USUAL_WINNERS = ['1', '3', '5', '10'] as const

export function WinnersField({ draft, problem, onChange }: FieldProps) {
  const { say } = useWords()
  return (
    <div className="field chips" data-wrong={problem !== null}>
      <span id="draw-winners">{say('draw.winners')}</span>
      <div role="group" aria-labelledby="draw-winners">
        {USUAL_WINNERS.map((winners) => (
          <button
            key={winners}
            type="button"
            className="chip"
            aria-pressed={draft.winners === winners}
            onClick={() => onChange({ winners })}
          >
            {winners}
          </button>
        ))}
        <input
          className="draw-winners"
          inputMode="numeric"
          data-testid="draw-winners"
          aria-labelledby="draw-winners"
          aria-invalid={problem !== null}
          value={draft.winners}
          onChange={(event) => onChange({ winners: event.target.value })}
        />
      </div>
      {problem && <small role="alert">{say(problem)}</small>}
    </div>
  )
}

const HOUR_MS = 3_600_000
/** From here on it is told in days. */
const DAYS_FROM_HOURS = 72

interface ClaimChipsProps {
  readonly claims: readonly number[]
  readonly value: number
  readonly onChange: (claimMs: number) => void
}

export function ClaimChips({ claims, value, onChange }: ClaimChipsProps) {
  const { say } = useWords()
  const nameOf = (ms: number) => {
    const hours = ms / HOUR_MS
    return hours < DAYS_FROM_HOURS ? say('draw.hours', { n: hours }) : say('draw.days', { n: hours / 24 })
  }
  return (
    <div className="field chips">
      <span id="draw-claim">{say('draw.claimWithin')}</span>
      <div role="group" aria-labelledby="draw-claim">
        {claims.map((ms) => (
          <button key={ms} type="button" className="chip" aria-pressed={value === ms} onClick={() => onChange(ms)}>
            {nameOf(ms)}
          </button>
        ))}
      </div>
    </div>
  )
}
