// The sheet with the code that is shown at the pick-up point.
import type { SheetProps } from '../../places.ts'
import { Pickup } from './Pickup.tsx'
import { usePickups } from './usePickups.ts'

export function PickupSheet({ room }: SheetProps) {
  return usePickups(room.show.id).map((pickup) => <Pickup key={pickup.group} pickup={pickup} showId={room.show.id} />)
}
