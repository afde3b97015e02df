// The keys of one kind of shop: typed or pasted, then saved and tried in one act.
import type { ReactNode } from 'react'
import { useWords } from '../../../words.ts'
import { KeyField } from './KeyField.tsx'
import { changesOf, type KeyChanges, type KeysDraft, missingOf, withoutTyped, withTyped } from './keysDraft.ts'
import type { FieldView } from './view.ts'

interface KeysFormProps {
  readonly title: string
  /** When they were saved last, in words; empty: never. */
  readonly saved: string
  readonly fields: readonly FieldView[]
  readonly draft: KeysDraft
  readonly onDraft: (draft: KeysDraft) => void
  readonly isBusy: boolean
  /** The one that the server did not take. */
  readonly refused: string | null
  readonly onSave: (changes: KeyChanges) => void
  /** Why it was not saved. */
  readonly problem: ReactNode
}

export function KeysForm({ title, saved, fields, draft, onDraft, isBusy, refused, onSave, problem }: KeysFormProps) {
  const { say } = useWords()
  const changes = changesOf(fields, draft)
  const missing = missingOf(fields, draft)
  const isChanged = Object.keys(changes).length > 0

  return (
    <form
      className="keys-form"
      aria-label={title}
      data-testid="keys-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged && missing.length === 0 && !isBusy) onSave(changes)
      }}
    >
      <header>
        <h2 className="shop-eyebrow">{title}</h2>
        <small>{saved}</small>
      </header>
      {fields.map((field) => (
        <KeyField
          key={field.name}
          field={field}
          typed={draft[field.name]}
          isWrong={field.name === refused || (draft[field.name] !== undefined && missing.includes(field))}
          onType={(text) => onDraft(withTyped(draft, field, text))}
          onKeep={() => onDraft(withoutTyped(draft, field.name))}
        />
      ))}
      {isChanged && (
        <div className="keys-acts">
          {missing.length > 0 && (
            <p className="quiet small">
              {say('connect.missing', { fields: missing.map(({ label }) => label).join(', ') })}
            </p>
          )}
          <button type="button" className="btn" disabled={isBusy} onClick={() => onDraft({})}>
            {say('common.cancel')}
          </button>
          <button className="btn main" data-testid="keys-save" disabled={isBusy || missing.length > 0}>
            {say('connect.save')}
          </button>
        </div>
      )}
      {problem}
    </form>
  )
}
