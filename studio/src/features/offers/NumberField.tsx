// A number of an offer that is changed in place: typed, or by one more and one less; saved when left, on Enter, or after a pause.
import { Minus, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useWords, type WordKey } from '../../words.ts'
import { FieldTick } from './FieldNote.tsx'
import type { FieldNews, OfferField } from './useOfferChange.ts'

interface NumberFieldProps {
  readonly id: string
  readonly field: OfferField
  readonly label: string
  /** What counts now, as it is written. */
  readonly value: string
  readonly read: (text: string) => number | null
  readonly wrong: WordKey
  readonly news: FieldNews | null
  /** With buttons for one less and one more. */
  readonly steps?: boolean
  readonly onSave: (value: number) => Promise<boolean>
}

export function NumberField(props: NumberFieldProps) {
  const { id, field, label, value, wrong, news, steps = false } = props
  const { say } = useWords()
  const { draft, isWrong, type, step, save } = useDraft(props)
  const button = (by: number, word: WordKey) => (
    <button type="button" aria-label={`${say(word)}: ${label}`} data-testid={`${id}-${by}`} onClick={() => step(by)}>
      {by < 0 ? <Minus size={14} aria-hidden="true" /> : <Plus size={14} aria-hidden="true" />}
    </button>
  )

  return (
    <div className="offer-field" data-wrong={isWrong}>
      <label htmlFor={id}>
        {label}
        <FieldTick field={field} news={news} />
      </label>
      <div className="offer-number">
        {steps && button(-1, 'offers.less')}
        <input
          id={id}
          data-testid={id}
          inputMode="decimal"
          maxLength={7}
          value={draft ?? value}
          aria-invalid={isWrong}
          title={isWrong ? say(wrong) : undefined}
          onChange={(event) => type(event.target.value)}
          onBlur={save}
          onKeyDown={(event) => event.key === 'Enter' && save()}
        />
        {steps && button(1, 'offers.more')}
      </div>
      {isWrong && <small role="alert">{say(wrong)}</small>}
    </div>
  )
}

const PAUSE_MS = 450

/** Null while what counts is shown; else what was typed or stepped to and is not saved yet. */
function useDraft({ value, read, onSave }: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    return () => clearTimeout(timer.current)
  }, [])

  const saveText = (text: string): void => {
    clearTimeout(timer.current)
    const number = read(text)
    if (number === null) return
    const settle = () => setDraft((now) => (now === text ? null : now))
    if (number === read(value)) return settle()
    void onSave(number).then(settle)
  }
  return {
    draft,
    isWrong: draft !== null && read(draft) === null,
    type: setDraft,
    save: () => draft !== null && saveText(draft),
    step(by: number) {
      const next = String((read(draft ?? value) ?? read(value) ?? 0) + by)
      if (read(next) === null) return
      setDraft(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => saveText(next), PAUSE_MS)
    },
  }
}
