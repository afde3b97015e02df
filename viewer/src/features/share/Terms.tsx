// What the shop promises to whoever shares.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { useWords } from '../../useWords.ts'
import type { Sharing } from './useSharing.ts'
import { useRate } from './useRate.ts'

interface TermsProps {
  readonly room: RoomState
  readonly sharing: Sharing
}

/** What is promised, as the shop has set it; rates of single shows and products may differ, and stand with each row earned. */
export function Terms({ room, sharing: { mine } }: TermsProps) {
  const { t } = useWords()
  const rateOf = useRate()
  if (mine === null) return null
  const { rates, clickDays, freezeDays } = mine.terms
  const rate = rateOf(rates.own, room.show.currency)
  return (
    <p className="earn-terms">
      {t('sharing.terms', { rate, days: clickDays, freeze: freezeDays })}
      {isSomething(rates.upper) && ` ${t('sharing.second', { rate: rateOf(rates.upper, room.show.currency) })}`}
    </p>
  )
}

const isSomething = (rate: NonNullable<Sharing['mine']>['terms']['rates']['upper']) =>
  (rate.kind === 'percent' ? rate.hundredths : rate.minor) > 0
