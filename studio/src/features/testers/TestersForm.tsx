// The form of a list of testers: ready to be opened as it is.
import { MOST_NOTE, MOST_PLACES, MOST_TITLE } from '@lantern/shared/features/testers/limits.ts'
import { useId, useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'
import { ConditionFields } from '../../plays/ConditionFields.tsx'
import { conditionsOf, EVERYONE } from '../../plays/conditionForm.ts'
import { LengthChips } from '../../plays/LengthChips.tsx'
import type { FormProps } from '../../plays/play.tsx'
import { PlayForm } from '../../plays/PlayForm.tsx'
import { useMaking } from '../../plays/useMaking.ts'
import { useWords, type WordKey } from '../../words.ts'
import './testers.css'

const START = { note: '', places: '20', lengthMs: 120_000 as number | null, who: EVERYONE }

export function TestersForm({ onMade }: FormProps) {
  const { say } = useWords()
  const { room, send } = useDesk()
  const making = useMaking(onMade)
  const [draft, setDraft] = useState({ title: say('testers.usual'), ...START })
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const places = /^\d{1,3}$/.test(draft.places.trim()) ? Number(draft.places) : 0
  const conditions = conditionsOf(draft.who)
  const [title, note] = [draft.title.trim(), draft.note.trim()]
  const isRight = title !== '' && places >= 1 && places <= MOST_PLACES

  async function make(start: 'draft' | 'open') {
    if (!isRight || conditions === null) return
    const productId = room.pins.productIds[0] ?? null
    const asked = { title, note: note === '' ? null : note, productId, places, lengthMs: draft.lengthMs, conditions }
    await making.make((activityId) => send('testers:make', { ...asked, activityId, opensAt: null, start }))
  }
  const field = (name: 'title' | 'note' | 'places', most: number, problem: WordKey | null) => ({
    name,
    most,
    problem,
    label: say(`testers.${name}`),
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
  })
  return (
    <PlayForm
      kind="testers"
      label={say('testers.tab')}
      isComplete={isRight && conditions !== null}
      onMake={(start) => void make(start)}
    >
      <Typed {...field('title', MOST_TITLE, title === '' ? 'testers.noTitle' : null)} />
      <Typed {...field('note', MOST_NOTE, null)} />
      <Typed {...field('places', 3, places >= 1 && places <= MOST_PLACES ? null : 'testers.badPlaces')} />
      <LengthChips value={draft.lengthMs} onChange={(lengthMs) => change({ lengthMs })} />
      <ConditionFields draft={draft.who} lengthMs={draft.lengthMs} onChange={(who) => change({ who })} />
      <small className="quiet">{say('testers.noProof')}</small>
    </PlayForm>
  )
}

interface TypedProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly most: number
  readonly problem: WordKey | null
  readonly onChange: (value: string) => void
}

function Typed({ name, label, value, most, problem, onChange }: TypedProps) {
  const { say } = useWords()
  const id = useId()
  return (
    <label className="field" data-wrong={problem !== null}>
      <span>{label}</span>
      <input
        data-testid={`testers-${name}`}
        value={value}
        maxLength={most}
        inputMode={name === 'places' ? 'numeric' : 'text'}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : id}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem !== null && <small id={id}>{say(problem)}</small>}
    </label>
  )
}
