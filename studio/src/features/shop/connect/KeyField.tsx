// One field of a shop's keys: typed, chosen, kept masked until it is replaced, or set by the server's environment.
import { Lock } from 'lucide-react'
import { useId } from 'react'
import { useWords } from '../../../words.ts'
import type { FieldView } from './view.ts'

interface KeyFieldProps {
  readonly field: FieldView
  /** Undefined: as it is saved. */
  readonly typed: string | undefined
  readonly isWrong: boolean
  readonly onType: (text: string) => void
  /** The secret that is kept stays. */
  readonly onKeep: () => void
}

const DOTS = '••••••••••••'

export function KeyField(props: KeyFieldProps) {
  const { say } = useWords()
  const id = useId()
  const { field, isWrong } = props
  if (field.setBy !== null) return <SetOutside field={field} setBy={field.setBy} />

  return (
    <div className="key-field" data-testid={`key-${field.name}`} data-wrong={isWrong}>
      <label htmlFor={id}>
        {field.label}
        {!field.isNeeded && !field.isSet && <small>{say('connect.optional')}</small>}
      </label>
      {field.isSecret ? <Secret {...props} id={id} /> : <Plain {...props} id={id} />}
    </div>
  )
}

type InputProps = KeyFieldProps & { readonly id: string }

function Secret({ id, field, typed, onType, onKeep }: InputProps) {
  if (field.isSet && typed === undefined) return <Kept id={id} field={field} onReplace={() => onType('')} />
  return <SecretInput {...{ id, field, typed, onType }} onKeep={field.isSet ? onKeep : null} />
}

function Plain({ id, field: { value, choices }, typed, isWrong, onType }: InputProps) {
  const shown = typed ?? value
  if (choices.length === 0)
    return (
      <input
        id={id}
        className="key-box"
        value={shown}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={isWrong}
        onChange={({ target }) => onType(target.value)}
      />
    )
  return (
    <select id={id} className="key-box" value={shown} onChange={({ target }) => onType(target.value)}>
      {!choices.some((choice) => choice.value === shown) && <option value={shown}>{shown}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}

/** It can be read and not be changed: no field that looks as if it could. */
function SetOutside({ field, setBy }: { readonly field: FieldView; readonly setBy: string }) {
  const { say } = useWords()
  const { label, isSecret, tail, value, choices } = field
  const shown = choices.find((choice) => choice.value === value)?.label ?? value
  return (
    <div className="key-field" data-testid={`key-${field.name}`}>
      <span className="key-label">{label}</span>
      <p className="key-outside" title={say('connect.outside')}>
        <span className="key-value">{isSecret ? masked(tail) : shown}</span>
        <small>
          <Lock size={12} aria-hidden="true" />
          <span className="sr-only">{say('connect.setBy')} </span>
          <code>{setBy}</code>
        </small>
      </p>
    </div>
  )
}

const masked = (tail: string) => `${DOTS}${tail}`

interface KeptProps {
  readonly id: string
  readonly field: FieldView
  readonly onReplace: () => void
}

function Kept({ id, field: { label, tail }, onReplace }: KeptProps) {
  const { say } = useWords()
  return (
    <div className="key-box kept">
      <code aria-label={say('connect.kept', { last: tail })} role="img">
        {masked(tail)}
      </code>
      <button
        id={id}
        type="button"
        className="btn small-btn"
        aria-label={`${label}: ${say('connect.replace')}`}
        onClick={onReplace}
      >
        {say('connect.replace')}
      </button>
    </div>
  )
}

interface SecretInputProps {
  readonly id: string
  readonly field: FieldView
  readonly typed: string | undefined
  readonly onType: (text: string) => void
  readonly onKeep: (() => void) | null
}

function SecretInput({ id, field, typed, onType, onKeep }: SecretInputProps) {
  const { say } = useWords()
  return (
    <div className="key-box kept">
      <input
        id={id}
        type="password"
        value={typed ?? ''}
        // Whoever has just pressed Replace pastes next.
        autoFocus={onKeep !== null && typed === ''}
        autoComplete="new-password"
        spellCheck={false}
        placeholder={say(field.isSet && !field.isNeeded ? 'connect.pasteOrNone' : 'connect.paste')}
        onChange={({ target }) => onType(target.value)}
      />
      {onKeep && (
        <button type="button" className="btn small-btn" onClick={onKeep}>
          {say('common.cancel')}
        </button>
      )}
    </div>
  )
}
