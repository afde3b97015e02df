// The rules for sharers as a form; saved over the version that was read, so that two of staff do not undo each other.
import type { NumberedRules } from '@lantern/shared/features/commission/contract.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'
import { useWords, type WordKey } from '../../words.ts'
import { SpecialRates } from './SpecialRates.tsx'
import { BOUNDS, NUMBERS, type NumberField, readDraft, type RulesDraft, toDraft } from './rulesForm.ts'

const KEY = ['sharing:read']

export function Rules() {
  const { client, status } = useDesk()
  const { say } = useWords()
  // Outlives the form, which begins anew with what was saved.
  const [isSaved, setIsSaved] = useState(false)
  const read = useQuery({
    queryKey: KEY,
    queryFn: async () => {
      const reply = await client.send('sharing:read', {})
      if (!reply.ok) throw new Error(reply.code)
      return reply.value
    },
    retry: false,
    enabled: status === 'joined',
  })
  if (read.isError) return <p className="problem">{say('commission.failed')}</p>
  return read.data === undefined ? null : (
    <Form key={read.data.version} known={read.data} isSaved={isSaved} onSaved={setIsSaved} />
  )
}

const LABELS = {
  own: 'commission.own',
  upper: 'commission.upper',
  clickDays: 'commission.clickDays',
  orderDays: 'commission.orderDays',
  freezeDays: 'commission.freezeDays',
} as const satisfies Record<NumberField, WordKey>

interface FormProps {
  readonly known: NumberedRules
  readonly isSaved: boolean
  readonly onSaved: (isSaved: boolean) => void
}

function Form({ known, isSaved, onSaved }: FormProps) {
  const { say } = useWords()
  const { send } = useDesk()
  const queries = useQueryClient()
  const [draft, setDraft] = useState(() => toDraft(known.rules))
  const { wrong, isTooMuch, rules } = readDraft(draft, known.rules)
  const change = (more: Partial<RulesDraft>) => {
    onSaved(false)
    setDraft({ ...draft, ...more })
  }
  const save = async () => {
    if (rules === null) return
    const reply = await send('sharing:set', { version: known.version, rules })
    if (reply.ok) queries.setQueryData(KEY, reply.value)
    else await queries.invalidateQueries({ queryKey: KEY })
    onSaved(reply.ok)
  }
  return (
    <form
      className="sharing-rules"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Tick name="isOn" word="commission.isOn" draft={draft} change={change} />
      {NUMBERS.map((field) => (
        <NumberInput key={field} field={field} isWrong={wrong.has(field)} draft={draft} change={change} />
      ))}
      <WhichClick draft={draft} change={change} />
      <Tick name="protects" word="commission.protects" draft={draft} change={change} />
      <Tick name="ownPurchases" word="commission.ownPurchases" draft={draft} change={change} />
      <Tick name="showsBoard" word="commission.showsBoard" draft={draft} change={change} />
      <SpecialRates draft={draft.special} change={(special) => change({ special })} known={known.rules} />
      {isTooMuch && <p className="problem">{say('commission.tooMuch')}</p>}
      <button className="btn main" data-testid="sharing-save" disabled={rules === null}>
        {say('commission.save')}
      </button>
      <p role="status" className="quiet small">
        {isSaved && say('commission.saved')}
      </p>
    </form>
  )
}

interface Changing {
  readonly draft: RulesDraft
  readonly change: (more: Partial<RulesDraft>) => void
}

function WhichClick({ draft, change }: Changing) {
  const { say } = useWords()
  return (
    <label className="field">
      <span>{say('commission.click')}</span>
      <select
        data-testid="sharing-click"
        value={draft.click}
        onChange={({ target }) => change({ click: target.value === 'first' ? 'first' : 'last' })}
      >
        <option value="last">{say('commission.last')}</option>
        <option value="first">{say('commission.first')}</option>
      </select>
    </label>
  )
}

interface NumberInputProps extends Changing {
  readonly field: NumberField
  readonly isWrong: boolean
}

function NumberInput({ field, isWrong, draft, change }: NumberInputProps) {
  const { say } = useWords()
  return (
    <label className="field" data-wrong={isWrong}>
      <span>{say(LABELS[field])}</span>
      <input
        inputMode="decimal"
        maxLength={6}
        data-testid={`sharing-${field}`}
        aria-invalid={isWrong}
        value={draft[field]}
        onChange={({ target }) => change({ [field]: target.value })}
      />
      <small>{isWrong && say('commission.wrong', { ...BOUNDS[field] })}</small>
    </label>
  )
}

interface TickProps extends Changing {
  readonly name: 'isOn' | 'protects' | 'ownPurchases' | 'showsBoard'
  readonly word: WordKey
}

function Tick({ name, word, draft, change }: TickProps) {
  const { say } = useWords()
  return (
    <label className="sharing-tick">
      <input
        type="checkbox"
        data-testid={`sharing-${name}`}
        checked={draft[name]}
        onChange={({ target }) => change({ [name]: target.checked })}
      />
      {say(word)}
    </label>
  )
}
