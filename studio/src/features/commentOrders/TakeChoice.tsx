// What to hold for the author of a comment, and how many: in the place of the comment's buttons, as high as they are.
import { MOST_PER_VIEWER } from '@lantern/shared/contract/things.ts'
import { OfferId } from '@lantern/shared/contract/ids.ts'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { readWhole } from '../../desk/parts/readWhole.ts'
import { useOfferName } from './useOfferName.ts'
import type { Take } from './useTake.ts'

export function TakeChoice({ name, take: { take, drop, sending } }: { readonly name: string; readonly take: Take }) {
  const { say } = useWords()
  const [offerId, setOfferId] = useState('')
  const [units, setUnits] = useState('1')
  const quantity = readWhole(units, { least: 1, most: MOST_PER_VIEWER })
  return (
    <form
      className="take-row"
      data-testid="take-row"
      onSubmit={(event) => {
        event.preventDefault()
        if (offerId !== '' && quantity !== null) take({ offerId: OfferId.parse(offerId), quantity })
      }}
    >
      <OfferChoice name={name} value={offerId} onChange={setOfferId} />
      <input
        data-testid="take-units"
        inputMode="numeric"
        aria-label={say('buying.quantity', { name })}
        aria-invalid={quantity === null}
        maxLength={3}
        value={units}
        onChange={(event) => setUnits(event.target.value)}
      />
      <button
        className="btn main"
        data-testid="take-hold"
        aria-label={say('buying.take', { name })}
        disabled={sending || offerId === '' || quantity === null}
      >
        {say('buying.takeShort')}
      </button>
      <button type="button" className="icon-btn" aria-label={say('common.cancel')} onClick={drop}>
        <X size={16} aria-hidden="true" />
      </button>
    </form>
  )
}

interface OfferChoiceProps {
  readonly name: string
  readonly value: string
  readonly onChange: (offerId: string) => void
}

function OfferChoice({ name, value, onChange }: OfferChoiceProps) {
  const { say } = useWords()
  const { room } = useDesk()
  const nameOf = useOfferName()
  return (
    <select
      autoFocus
      aria-label={say('buying.choose', { name })}
      data-testid="take-choice"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="" disabled>
        {say('buying.what')}
      </option>
      {(room.buying?.keywords ?? []).map(({ offerId, keyword }) => (
        <option key={offerId} value={offerId}>
          {keyword} {nameOf(offerId)}
        </option>
      ))}
    </select>
  )
}
