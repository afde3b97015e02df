// On a card: that the price is a group's own, and where its people fetch what they buy; on that of a hold as it was when it was granted.
import type { HeldGroup, Hold } from '@lantern/shared/contract/things.ts'
import { MapPin } from 'lucide-react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { isPricedFor } from '../../view/atOwnPrice.ts'
import type { Deal } from '../../view/deal.ts'
import './pickup.css'

export function Fact({ deal }: { readonly deal: Deal }) {
  const { group, usual } = useScene()
  if (group === null) return null
  const isPriced = deal.choices.some(({ offer, priceMinor }) => {
    const before = usual?.offers.find(({ id }) => id === offer.id)
    return before !== undefined && isPricedFor(group, before, priceMinor)
  })
  return <GroupLines name={isPriced ? group.name : null} point={group.point} />
}

export function HeldFact({ hold: { group, lines } }: { readonly hold: Hold }) {
  if (group === undefined) return null
  const isPriced = lines.some(({ adjustments }) => adjustments.some(({ kind }) => kind === 'group_price'))
  return <GroupLines name={isPriced ? group.name : null} point={group.point} />
}

interface GroupLinesProps {
  /** Null: its people pay what all pay. */
  readonly name: string | null
  readonly point: HeldGroup['point']
}

function GroupLines({ name, point }: GroupLinesProps) {
  const { t } = useWords()
  if (name === null && point === null) return null
  return (
    <div className="group-fact" data-testid="group-fact">
      {name !== null && <p data-testid="group-price">{t('group.price', { group: name })}</p>}
      {point !== null && (
        <p data-testid="group-point">
          <MapPin size={14} aria-hidden="true" />
          <span>{t('group.pickup', { place: placeOf(point, t('comma')) })}</span>
        </p>
      )}
    </div>
  )
}

const placeOf = ({ name, address, hours, note }: NonNullable<HeldGroup['point']>, comma: string) =>
  [name, address, hours, note].filter((part) => part !== null && part !== '').join(comma)
