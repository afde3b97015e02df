// A few strokes that every part of the drawing is made of.
import type { Brush } from './layout.ts'

type Paint = string | CanvasGradient

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius: number
  readonly fill: Paint
}

interface Disc {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly fill: Paint
}

const paths = new Map<string, Path2D>()

/** An SVG path; parsed once, for the worker paints it thirty times a second. */
export function path(brush: Brush, data: string, how: { readonly fill?: Paint; readonly stroke?: boolean }): void {
  let shape = paths.get(data)
  if (!shape) paths.set(data, (shape = new Path2D(data)))
  if (how.fill) {
    brush.fillStyle = how.fill
    brush.fill(shape)
  }
  if (how.stroke) brush.stroke(shape)
}

export function roundRect(brush: Brush, { x, y, width, height, radius, fill }: Box): void {
  brush.fillStyle = fill
  brush.beginPath()
  brush.roundRect(x, y, width, height, radius)
  brush.fill()
}

export function disc(brush: Brush, { x, y, radius, fill }: Disc): void {
  brush.fillStyle = fill
  brush.beginPath()
  brush.arc(x, y, radius, 0, Math.PI * 2)
  brush.fill()
}
