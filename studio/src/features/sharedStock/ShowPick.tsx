// The shows that have a variant on offer, each with its own numbers, and which of them sell from the shared stock.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { SharedVariant } from '@lantern/shared/features/sharedStock/contract.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatCount } from '@lantern/shared/ui/money.ts'
import { useWords } from '../../words.ts'

interface ShowPickProps {
  readonly variant: SharedVariant
  readonly picked: ReadonlySet<ShowId>
  readonly label: string
  /** Null: it is only looked at. */
  readonly onPick: ((showId: ShowId, isIn: boolean) => void) | null
}

const PHASES = { scheduled: 'sharedStock.planned', live: 'sharedStock.live', ended: 'sharedStock.over' } as const

export function ShowPick({ variant: { variantId, shows }, picked, label, onPick }: ShowPickProps) {
  const { say, locale } = useWords()
  const count = (units: number) => formatCount(units, locale)

  return (
    <fieldset className="shared-shows">
      <legend>{label}</legend>
      {shows.map(({ showId, title, phase, isIn, free, taken, paid }) => (
        <label key={showId} className="shared-show" data-testid={`shared-${variantId}-${showId}`}>
          {onPick !== null && (
            <input
              type="checkbox"
              checked={picked.has(showId)}
              disabled={phase === 'ended'}
              onChange={({ target }) => onPick(showId, target.checked)}
            />
          )}
          <span>
            <b>{pickText(title, locale)}</b> <small>{say(PHASES[phase])}</small>
          </span>
          <small data-in={isIn}>
            {say('sharedStock.numbers', { free: count(free), held: count(taken - paid), paid: count(paid) })}
          </small>
        </label>
      ))}
    </fieldset>
  )
}
