// The fields that say who may take part in a play: folded to one line until somebody opens them.
import { MOST_WORD } from '@lantern/shared/activities/conditions.ts'
import { ProductId } from '@lantern/shared/contract/ids.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { useDesk } from '../desk/DeskContext.ts'
import { useWords } from '../words.ts'
import { type ConditionDraft, minutesOf, takesLonger } from './conditionForm.ts'
import './plays.css'
import { sumOf } from './sumOf.ts'

interface ConditionFieldsProps {
  readonly draft: ConditionDraft
  /** How long it is open; null: by hand. */
  readonly lengthMs: number | null
  readonly onChange: (draft: ConditionDraft) => void
}

type FieldProps = Omit<ConditionFieldsProps, 'lengthMs'>

export function ConditionFields({ draft, lengthMs, onChange }: ConditionFieldsProps) {
  const { say, locale } = useWords()
  const { room } = useDesk()
  const sum = sumOf(draft, { say, locale, products: room.products })
  return (
    <details className="conditions" data-testid="conditions">
      <summary>
        <span>{say('play.who')}</span> <b data-testid="conditions-sum">{sum ?? say('play.everyone')}</b>
      </summary>
      <Watched draft={draft} onChange={onChange} />
      {takesLonger(draft, lengthMs) && (
        <small className="condition-note" role="status" data-testid="condition-before">
          {say('play.watchedBefore')}
        </small>
      )}
      <Wrote draft={draft} onChange={onChange} />
      <Bought draft={draft} onChange={onChange} />
      <Switch
        name="came"
        label={say('play.hasCome')}
        isOn={draft.came}
        onSwitch={(came) => onChange({ ...draft, came })}
      />
      <Switch
        name="notWon"
        label={say('play.hasNotWon')}
        isOn={draft.notWon}
        onSwitch={(notWon) => onChange({ ...draft, notWon })}
      />
      <small className="quiet">{say('play.noProof')}</small>
    </details>
  )
}

interface SwitchProps {
  readonly name: keyof ConditionDraft
  readonly label: string
  readonly isOn: boolean
  readonly onSwitch: (on: boolean) => void
}

function Switch({ name, label, isOn, onSwitch }: SwitchProps) {
  return (
    <label className="condition">
      <input
        type="checkbox"
        data-testid={`condition-${name}`}
        checked={isOn}
        onChange={(event) => onSwitch(event.target.checked)}
      />
      {label}
    </label>
  )
}

const USUAL_MINUTES = '5'

function Watched({ draft, onChange }: FieldProps) {
  const { say } = useWords()
  const isWrong = draft.watched !== null && minutesOf(draft.watched) === null
  return (
    <div className="condition-row">
      <Switch
        name="watched"
        label={say('play.hasWatched')}
        isOn={draft.watched !== null}
        onSwitch={(on) => onChange({ ...draft, watched: on ? USUAL_MINUTES : null })}
      />
      {draft.watched !== null && (
        <>
          <input
            className="condition-minutes"
            inputMode="numeric"
            data-testid="condition-minutes"
            aria-label={say('play.minutes')}
            aria-invalid={isWrong}
            value={draft.watched}
            onChange={(event) => onChange({ ...draft, watched: event.target.value })}
          />
          <span>{say('play.minutes')}</span>
        </>
      )}
      {isWrong && <small role="alert">{say('play.badMinutes')}</small>}
    </div>
  )
}

function Wrote({ draft, onChange }: FieldProps) {
  const { say } = useWords()
  return (
    <div className="condition-row">
      <Switch
        name="wrote"
        label={say('play.hasWritten')}
        isOn={draft.wrote !== null}
        onSwitch={(on) => onChange({ ...draft, wrote: on ? '' : null })}
      />
      {draft.wrote !== null && (
        <input
          data-testid="condition-word"
          aria-label={say('play.word')}
          placeholder={say('play.word')}
          maxLength={MOST_WORD}
          value={draft.wrote}
          onChange={(event) => onChange({ ...draft, wrote: event.target.value })}
        />
      )}
    </div>
  )
}

function Bought({ draft, onChange }: FieldProps) {
  const { say, locale } = useWords()
  const { room } = useDesk()
  return (
    <div className="condition-row">
      <Switch
        name="bought"
        label={say('play.hasBought')}
        isOn={draft.bought !== null}
        onSwitch={(on) => onChange({ ...draft, bought: on ? 'any' : null })}
      />
      {draft.bought !== null && (
        <select
          data-testid="condition-product"
          aria-label={say('play.hasBought')}
          value={draft.bought}
          onChange={({ target: { value } }) =>
            onChange({ ...draft, bought: value === 'any' ? 'any' : ProductId.parse(value) })
          }
        >
          <option value="any">{say('play.anything')}</option>
          {room.products.map(({ id, title }) => (
            <option key={id} value={id}>
              {pickText(title, locale)}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}
