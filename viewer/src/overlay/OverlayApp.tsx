// The whole overlay: nothing until it has joined, nothing that may be old, a small hint when its address is over.
import { useEffect } from 'react'
import { useRoom } from '@lantern/shared/ui/useRoom.ts'
import { type Scene, SceneContext } from './scene.ts'
import type { Parts } from '../places.ts'
import { PartsContext } from '../useParts.ts'
import { Stage } from './Stage.tsx'
import { useLongGone } from './useLongGone.ts'
import { useTall } from './useTall.ts'
import type { Words } from './words.ts'

interface OverlayAppProps {
  readonly scene: Scene
  readonly parts: Parts
}

export function OverlayApp({ scene, parts }: OverlayAppProps) {
  const { room, status, refusal } = useRoom(scene.client)
  const isOld = refusal === 'PAGE_TOO_OLD'
  // Nobody stands beside OBS to do it.
  useEffect(() => {
    if (isOld) location.reload()
  }, [isOld])
  const isLongGone = useLongGone(status)
  const isTall = useTall()
  if (isOld) return null
  if (status === 'refused') return <NoAddress words={scene.words} />
  if (room === null || isLongGone) return null
  return (
    <PartsContext value={parts}>
      <SceneContext value={scene}>
        <Stage room={room} layout={scene.layout ?? (isTall ? 'vertical' : 'landscape')} />
      </SceneContext>
    </PartsContext>
  )
}

export function NoAddress({ words }: { readonly words: Words }) {
  return (
    <p className="overlay-hint" data-testid="overlay-hint">
      {words.noAddress}
    </p>
  )
}
