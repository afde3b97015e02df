// The form of a poll: ready to be opened as it is, so that a question and a tap are enough while talking.
import { MOST_QUESTION } from '@lantern/shared/features/poll/contract.ts'
import { useWords, type WordKey } from '../../words.ts'
import { ConditionFields } from '../../plays/ConditionFields.tsx'
import { PlayForm } from '../../plays/PlayForm.tsx'
import { AnswerFields } from './AnswerFields.tsx'
import { PollChoices } from './PollChoices.tsx'
import { usePollDraft } from './usePollDraft.ts'

export function PollForm({ onMade }: { readonly onMade: () => void }) {
  const { say } = useWords()
  const { draft, problems, isComplete, change, make } = usePollDraft(onMade)

  return (
    <PlayForm kind="poll" label={say('poll.new')} isComplete={isComplete} onMake={(start) => void make(start)}>
      <QuestionField
        value={draft.question}
        problem={problems.question}
        onChange={(question) => change({ ...draft, question })}
      />
      <AnswerFields draft={draft} problems={problems} onChange={change} />
      <PollChoices draft={draft} onChange={(part) => change({ ...draft, ...part })} />
      <ConditionFields draft={draft.who} lengthMs={draft.lengthMs} onChange={(who) => change({ ...draft, who })} />
    </PlayForm>
  )
}

interface QuestionFieldProps {
  readonly value: string
  readonly problem: WordKey | null
  readonly onChange: (question: string) => void
}

function QuestionField({ value, problem, onChange }: QuestionFieldProps) {
  const { say } = useWords()

  return (
    <label className="field" data-wrong={problem !== null}>
      <span>{say('poll.question')}</span>
      <input
        data-testid="poll-question"
        value={value}
        maxLength={MOST_QUESTION}
        aria-invalid={problem !== null}
        aria-describedby="poll-question-note"
        onChange={(event) => onChange(event.target.value)}
      />
      <small id="poll-question-note">{problem && say(problem)}</small>
    </label>
  )
}
