// The form of a topic: a question, and a tap is enough; it may open before the show.
import { MOST_QUESTION } from '@lantern/shared/features/topic/limits.ts'
import { useId, useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'
import { ConditionFields } from '../../plays/ConditionFields.tsx'
import { conditionsOf, EVERYONE } from '../../plays/conditionForm.ts'
import { LengthChips } from '../../plays/LengthChips.tsx'
import type { FormProps } from '../../plays/play.tsx'
import { PlayForm } from '../../plays/PlayForm.tsx'
import { useMaking } from '../../plays/useMaking.ts'
import { useWords } from '../../words.ts'
import './topic.css'

const LENGTHS_MS = [null, 300_000, 1_800_000, 86_400_000] as const
const START = { lengthMs: null as number | null, who: EVERYONE }

export function TopicForm({ onMade }: FormProps) {
  const { say } = useWords()
  const { send } = useDesk()
  const making = useMaking(onMade)
  const [draft, setDraft] = useState({ question: say('topic.usual'), ...START })
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const question = draft.question.trim()
  const conditions = conditionsOf(draft.who)

  async function make(start: 'draft' | 'open') {
    if (question === '' || conditions === null) return
    const asked = { question, lengthMs: draft.lengthMs, conditions, opensAt: null, start }
    await making.make((activityId) => send('topic:make', { ...asked, activityId }))
  }
  return (
    <PlayForm
      kind="topic"
      label={say('topic.new')}
      isComplete={question !== '' && conditions !== null}
      onMake={(start) => void make(start)}
      whenever
    >
      <QuestionField value={draft.question} onChange={(typed) => change({ question: typed })} />
      <LengthChips lengths={LENGTHS_MS} value={draft.lengthMs} onChange={(lengthMs) => change({ lengthMs })} />
      {draft.lengthMs === null && <small className="quiet">{say('topic.untilEnd')}</small>}
      <ConditionFields draft={draft.who} lengthMs={draft.lengthMs} onChange={(who) => change({ who })} />
      <small className="quiet">
        {say('topic.before')} {say('topic.onlyPicked')}
      </small>
    </PlayForm>
  )
}

interface QuestionFieldProps {
  readonly value: string
  readonly onChange: (question: string) => void
}

function QuestionField({ value, onChange }: QuestionFieldProps) {
  const { say } = useWords()
  const id = useId()
  const isWrong = value.trim() === ''
  return (
    <label className="field" data-wrong={isWrong}>
      <span>{say('topic.question')}</span>
      <input
        data-testid="topic-question"
        value={value}
        maxLength={MOST_QUESTION}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? id : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {isWrong && <small id={id}>{say('topic.noQuestion')}</small>}
    </label>
  )
}
