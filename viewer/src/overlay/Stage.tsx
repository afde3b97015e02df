// What lies over the picture now: before the show its beginning, live the front product and what was just sold.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Layout } from './address.ts'
import { PinCard } from './PinCard.tsx'
import { useSource } from './scene.ts'
import { SoonCard } from './SoonCard.tsx'
import { Ticker } from './Ticker.tsx'

interface StageProps {
  readonly room: RoomState
  readonly layout: Layout
}

export function Stage({ room, layout }: StageProps) {
  const { active, entrances } = useSource()
  // A new key plays every entrance anew: what OBS brings into the picture comes in, it is not just there.
  return (
    <main
      key={entrances}
      className={`overlay ${layout} ${active ? 'overlay-entering' : 'overlay-resting'}`}
      data-testid="overlay"
      data-active={active}
      data-entrances={entrances}
    >
      <Parts room={room} layout={layout} />
    </main>
  )
}

function Parts({ room, layout }: StageProps) {
  const { phase } = room.show
  const front = room.pins.productIds[0]
  if (phase === 'ended') return null
  if (phase === 'scheduled') return <SoonCard show={room.show} />
  return (
    <>
      <Ticker products={room.products} most={layout === 'vertical' ? 2 : 3} />
      {front !== undefined && <PinCard key={front} room={room} productId={front} />}
    </>
  )
}
