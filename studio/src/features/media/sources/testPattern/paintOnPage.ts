// The same scene on a canvas of the page, for browsers that cannot write frames.
import type { PatternShape } from '../source.ts'
import { createScene } from './scene.ts'

export function paintOnPage(canvas: HTMLCanvasElement, shape: PatternShape): () => void {
  const context = canvas.getContext('2d', { alpha: false })
  const scene = createScene(shape, ({ width, height }) =>
    Object.assign(document.createElement('canvas'), { width, height }),
  )

  return () => {
    if (context) scene.paint(context, Date.now())
  }
}
