// The keyword of each offer, changed in place while the show runs.
import type { Buying } from '@lantern/shared/contract/commentOrders.ts'
import type { OfferId } from '@lantern/shared/contract/ids.ts'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { useOfferName } from './useOfferName.ts'

const LONGEST = 20

export function Keywords({ buying }: { readonly buying: Buying }) {
  const { say } = useWords()
  const nameOf = useOfferName()

  return (
    <section className="buying-keywords" aria-label={say('buying.keywords')}>
      <h3>{say('buying.keywords')}</h3>
      <ul>
        {buying.keywords.map(({ offerId, keyword }) => (
          <li key={offerId}>
            <KeywordField offerId={offerId} keyword={keyword} name={nameOf(offerId)} />
            <span>{nameOf(offerId)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface KeywordFieldProps {
  readonly offerId: OfferId
  readonly keyword: string
  readonly name: string
}

/**
 * Saved when it is left or Enter is pressed; Esc, or a refusal, brings back what counts. What is typed while the former change is
 * still on its way stays.
 */
function KeywordField({ offerId, keyword, name }: KeywordFieldProps) {
  const { say } = useWords()
  const { room, send, may } = useDesk()
  const [draft, setDraft] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    const wanted = draft?.trim() ?? ''
    if (wanted !== keyword && wanted !== '') await send('buying:set', { keywords: [{ offerId, keyword: wanted }] })
    setDraft((now) => (now === draft ? null : now))
  }

  return (
    <input
      value={draft ?? keyword}
      maxLength={LONGEST}
      aria-label={say('buying.keywordOf', { name })}
      data-testid={`keyword-${offerId}`}
      disabled={!may('buying:set') || room.show.phase === 'ended'}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setDraft(null)
        if (event.key === 'Enter') event.currentTarget.blur()
      }}
    />
  )
}
