// Under or beside a field: saving, saved, or why not.
import { Check } from 'lucide-react'
import { useWords } from '../../words.ts'
import type { FieldNews, OfferField } from './useOfferChange.ts'

interface FieldNoteProps {
  readonly field: OfferField
  readonly news: FieldNews | null
}

/** The tick has its place from the start, so that nothing moves when it comes. */
export function FieldTick({ field, news }: FieldNoteProps) {
  const { say } = useWords()
  const phase = news?.field === field ? news.phase : null

  return (
    <span className="offer-tick" role="status" data-testid={`saved-${field}`} data-phase={phase ?? 'idle'}>
      {phase === 'saved' && <Check size={14} role="img" aria-label={say('offers.saved')} />}
      {phase === 'saving' && <i role="img" aria-label={say('offers.saving')} />}
    </span>
  )
}

export function OfferProblem({ news }: { readonly news: FieldNews | null }) {
  return (
    <p className="problem small" role="alert" data-testid="offer-problem">
      {news?.phase === 'refused' ? news.words : ''}
    </p>
  )
}
