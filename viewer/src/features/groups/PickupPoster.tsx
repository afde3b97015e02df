// After the show: where what was bought is fetched, with the code to show there.
import type { RoomProps } from '../../places.ts'
import { useWords } from '../../useWords.ts'
import { Pickup } from './Pickup.tsx'
import { usePickups } from './usePickups.ts'
import './pickup.css'

export function PickupPoster({ room }: RoomProps) {
  const { t } = useWords()
  const pickups = usePickups(room.show.id)
  if (pickups.length === 0) return null
  return (
    <section className="pickup-poster" aria-label={t('pickup.title')}>
      <h2 className="small-head">{t('pickup.title')}</h2>
      {pickups.map((pickup) => (
        <Pickup key={pickup.group} pickup={pickup} showId={room.show.id} />
      ))}
    </section>
  )
}
