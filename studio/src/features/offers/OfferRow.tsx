// One variant on sale: its units as the ledger counts them, who is in line, and its rules, changed in place.
import type { Offer } from '@lantern/shared/contract/things.ts'
import { formatCount } from '@lantern/shared/ui/money.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { readWhole } from '../../desk/parts/readWhole.ts'
import { FieldTick, OfferProblem } from './FieldNote.tsx'
import { NumberField } from './NumberField.tsx'
import { readMinutes, writeMinutes } from './offerForm.ts'
import { useOfferChange, type OfferChanger } from './useOfferChange.ts'

interface OfferRowProps {
  readonly offer: Offer
  /** The variant's name; empty where there is only one. */
  readonly name: string
}

export function OfferRow({ offer, name }: OfferRowProps) {
  const { room, may } = useDesk()
  const changer = useOfferChange(offer.id)

  return (
    <li className="offer" data-testid={`offer-${offer.id}`}>
      <OfferNumbers offer={offer} name={name} />
      {may('offer:change') && room.show.phase !== 'ended' && (
        <>
          <OfferFields offer={offer} {...changer} />
          <PolicySwitch offer={offer} {...changer} />
          <OfferProblem news={changer.news} />
        </>
      )}
    </li>
  )
}

function OfferNumbers({ offer, name }: OfferRowProps) {
  const { say, locale } = useWords()
  const count = (units: number) => formatCount(units, locale)

  return (
    <p className="offer-numbers">
      <b>{name || say('offers.variantAll')}</b>
      <span>
        {say('offers.numbers', {
          free: count(offer.free),
          held: count(offer.taken - offer.paid),
          paid: count(offer.paid),
        })}
      </span>
      {offer.waiting > 0 && (
        <span className="chip held" data-testid={`waiting-${offer.id}`}>
          {say('offers.waiting', { count: offer.waiting })}
        </span>
      )}
    </p>
  )
}

type FieldsProps = OfferChanger & { readonly offer: Offer }

const UNITS = { least: 0, most: 1_000_000 }
const EACH = { least: 1, most: 999 }

function OfferFields({ offer, news, change }: FieldsProps) {
  const { say } = useWords()

  return (
    <div className="offer-fields">
      {offer.shared === undefined && (
        <NumberField
          id={`allotted-${offer.id}`}
          field="allotted"
          label={say('offers.units')}
          value={String(offer.allotted)}
          read={(text) => readWhole(text, UNITS)}
          wrong="offers.wrongUnits"
          news={news}
          steps
          onSave={(allotted) => change('allotted', { allotted })}
        />
      )}
      {offer.shared !== undefined && (
        <p className="offer-shared" data-testid={`shared-units-${offer.id}`}>
          {say('offers.isShared')}
        </p>
      )}
      <NumberField
        id={`minutes-${offer.id}`}
        field="holdMs"
        label={say('offers.minutes')}
        value={writeMinutes(offer.holdMs)}
        read={readMinutes}
        wrong="offers.wrongMinutes"
        news={news}
        onSave={(holdMs) => change('holdMs', { holdMs })}
      />
      <NumberField
        id={`each-${offer.id}`}
        field="perViewer"
        label={say('offers.perViewer')}
        value={String(offer.perViewer)}
        read={(text) => readWhole(text, EACH)}
        wrong="offers.wrongPerViewer"
        news={news}
        onSave={(perViewer) => change('perViewer', { perViewer })}
      />
    </div>
  )
}

const POLICIES = ['lock_on_hold', 'first_paid'] as const

function PolicySwitch({ offer, news, change }: FieldsProps) {
  const { say } = useWords()

  return (
    <div className="offer-policy">
      <div className="segments" role="group" aria-label={say('offers.policy')}>
        {POLICIES.map((policy) => (
          <button
            key={policy}
            type="button"
            aria-pressed={offer.policy === policy}
            data-testid={`${policy}-${offer.id}`}
            onClick={() => policy !== offer.policy && void change('policy', { policy })}
          >
            {say(`offers.${policy}`)}
          </button>
        ))}
      </div>
      <FieldTick field="policy" news={news} />
    </div>
  )
}
