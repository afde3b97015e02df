// Opens what is to be shown at the pick-up point; a dot says that all is there.
import { PackageCheck } from 'lucide-react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { usePickups } from './usePickups.ts'
import './pickup.css'

export function PickupButton() {
  const { t } = useWords()
  const { open, view } = useScene()
  const pickups = usePickups(view.room?.show.id)
  if (pickups.length === 0) return null
  const isThere = pickups.some(({ arrivedAt, handed, orders }) => arrivedAt !== null && handed < orders)
  return (
    <button
      className="round pickup-button"
      data-there={isThere}
      data-testid="pickup"
      aria-label={t(isThere ? 'pickup.openThere' : 'pickup.open')}
      onClick={() => open({ kind: 'pickup' })}
    >
      <PackageCheck size={20} aria-hidden="true" />
    </button>
  )
}
