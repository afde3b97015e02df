// The moment of the drawing: whether the viewer was there, and a short sound where the page makes sounds already.
import type { DrawStage } from '@lantern/shared/features/draw/look.ts'
import { useEffect, useState } from 'react'
import { chime } from './chime.ts'

/** True once the names came while the viewer was looking: they arrive one after the other then. */
export function useDrawing(stage: DrawStage): boolean {
  const [first] = useState(stage)
  const isNews = stage === 'drawn' && first !== 'drawn'
  useEffect(() => {
    if (!isNews) return
    const stop = chime()
    return stop
  }, [isNews])
  return isNews
}
