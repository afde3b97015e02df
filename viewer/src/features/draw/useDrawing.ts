// The moment of the drawing: whether the viewer was there, and a short sound where the page makes sounds already.
import type { DrawStage } from '@lantern/shared/features/draw/look.ts'
import { useState } from 'react'
import { useTune } from '../../plays/useTune.ts'

/** True once the names came while the viewer was looking: they arrive one after the other then. */
export function useDrawing(stage: DrawStage): boolean {
  const [first] = useState(stage)
  useTune('drawn', Number(stage === 'drawn'))
  return stage === 'drawn' && first !== 'drawn'
}
