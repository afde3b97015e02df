// The rules of what counts as an order: chosen, tried on what was said, and only then used.
import type { Buying, TriedComment } from '@lantern/shared/contract/commentOrders.ts'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { Tried } from './Tried.tsx'

type Draft = Pick<Buying, 'matching' | 'numberRequired'>

const MATCHINGS = ['contains', 'only'] as const

export function DryRun({ buying }: { readonly buying: Buying }) {
  const { say } = useWords()
  const { send, may } = useDesk()
  const [draft, setDraft] = useState<Draft | null>(null)
  const [tried, setTried] = useState<readonly TriedComment[] | null>(null)
  const rules = draft ?? buying
  const isNew = rules.matching !== buying.matching || rules.numberRequired !== buying.numberRequired
  const choose = (change: Partial<Draft>): void => {
    setDraft({ matching: rules.matching, numberRequired: rules.numberRequired, ...change })
    setTried(null)
  }
  const tryThem = async (): Promise<void> => {
    const { matching, numberRequired } = rules
    const reply = await send('buying:try', { matching, numberRequired, keywords: buying.keywords })
    if (reply.ok) setTried(reply.value.comments)
  }
  const use = async (): Promise<void> => {
    const reply = await send('buying:set', { matching: rules.matching, numberRequired: rules.numberRequired })
    if (reply.ok) setDraft(null)
  }

  return (
    <section className="buying-rules" aria-label={say('buying.rules')}>
      <h3>{say('buying.rules')}</h3>
      <Choice rules={rules} onChoose={choose} />
      <div className="buying-acts">
        <button className="btn" data-testid="buying-try" onClick={() => void tryThem()}>
          {say('buying.try')}
        </button>
        {isNew && may('buying:set') && (
          <button className="btn main" data-testid="buying-use" onClick={() => void use()}>
            {say('buying.use')}
          </button>
        )}
      </div>
      {tried && <Tried comments={tried} keywords={buying.keywords} />}
    </section>
  )
}

interface ChoiceProps {
  readonly rules: Draft
  readonly onChoose: (change: Partial<Draft>) => void
}

function Choice({ rules, onChoose }: ChoiceProps) {
  const { say } = useWords()

  return (
    <>
      <div className="segments" role="group" aria-label={say('buying.rules')}>
        {MATCHINGS.map((matching) => (
          <button
            key={matching}
            type="button"
            aria-pressed={rules.matching === matching}
            data-testid={`buying-${matching}`}
            onClick={() => onChoose({ matching })}
          >
            {say(`buying.${matching}`)}
          </button>
        ))}
      </div>
      <label className="buying-check">
        <input
          type="checkbox"
          data-testid="buying-number"
          checked={rules.numberRequired}
          onChange={(event) => onChoose({ numberRequired: event.target.checked })}
        />
        {say('buying.numberRequired')}
      </label>
    </>
  )
}
