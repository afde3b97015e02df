// The drawn show: a still wall painted once, and over it what moves: lantern, clock, host, stall.
import type { PatternShape } from '../source.ts'
import { paintClock } from './clock.ts'
import { paintHost } from './host.ts'
import type { Brush, Layout, Size } from './layout.ts'
import { SIZES } from './orders.ts'
import { paintLantern, paintShelves, paintWall } from './room.ts'
import { paintStall } from './stall.ts'

type MakeCanvas = (size: Size) => OffscreenCanvas | HTMLCanvasElement

export interface Scene {
  /** Paints the picture of this moment; `at` in ms since the epoch. */
  paint(brush: Brush, at: number): void
}

const LAYOUTS: Record<PatternShape, Layout> = {
  portrait: {
    ...SIZES.portrait,
    host: { x: 360, y: 560, scale: 1.36 },
    clock: { x: 144, y: 310, radius: 58 },
    lantern: { x: 606, length: 150, scale: 1.1 },
    shelves: [
      { x: 30, y: 220, width: 240, first: 0 },
      { x: 470, y: 420, width: 250, first: 3 },
    ],
    stallTop: 1090,
  },
  landscape: {
    ...SIZES.landscape,
    host: { x: 640, y: 372, scale: 0.98 },
    clock: { x: 196, y: 322, radius: 60 },
    lantern: { x: 1050, length: 70, scale: 0.95 },
    shelves: [
      { x: 60, y: 190, width: 300, first: 0 },
      { x: 930, y: 372, width: 300, first: 3 },
      { x: 930, y: 520, width: 300, first: 1 },
    ],
    stallTop: 640,
  },
}

export function createScene(shape: PatternShape, makeCanvas: MakeCanvas): Scene {
  const layout = LAYOUTS[shape]
  const wall = still(layout, makeCanvas, (brush) => {
    paintWall(brush, layout)
    for (const shelf of layout.shelves) paintShelves(brush, shelf)
  })
  const stall = still(layout, makeCanvas, (brush) => paintStall(brush, layout))

  return {
    paint: (brush, at) => {
      const seconds = at / 1000
      brush.drawImage(wall, 0, 0)
      paintLantern(brush, layout, seconds)
      paintClock(brush, layout.clock, at)
      paintHost(brush, layout.host, seconds)
      brush.drawImage(stall, 0, 0)
    },
  }
}

function still(size: Size, makeCanvas: MakeCanvas, paint: (brush: Brush) => void): OffscreenCanvas | HTMLCanvasElement {
  const canvas = makeCanvas(size)
  const brush = canvas.getContext('2d') as Brush | null
  if (brush) paint(brush)
  return canvas
}
