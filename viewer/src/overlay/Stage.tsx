// What lies over the picture now: the layers that features have for the phase of the show.
import type { LayerProps } from '../places.ts'
import { OverlayPlays } from '../plays/OverlayPlays.tsx'
import { useParts } from '../useParts.ts'
import { useSource } from './scene.ts'

export function Stage({ room, layout }: LayerProps) {
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
      {room.show.phase === 'live' && <OverlayPlays room={room} />}
      <Layers room={room} layout={layout} />
    </main>
  )
}

function Layers({ room, layout }: LayerProps) {
  const layers = useParts('layer').filter(({ isFor }) => isFor(room.show.phase))
  return layers.map(({ key, Layer }) => <Layer key={key} room={room} layout={layout} />)
}
