// The stall in front of the host: a counter with a striped cloth, and wares of the day.
import type { Brush, Layout } from './layout.ts'
import { disc, path, roundRect } from './strokes.ts'

export function paintStall(brush: Brush, { width, height, stallTop }: Layout): void {
  paintWares(brush, width, stallTop)
  const wood = brush.createLinearGradient(0, stallTop, 0, stallTop + 26)
  wood.addColorStop(0, '#a46a4a')
  wood.addColorStop(1, '#7f4d35')
  brush.fillStyle = wood
  brush.fillRect(0, stallTop, width, 26)
  paintCloth(brush, { width, top: stallTop + 26, bottom: height })
}

function paintCloth(brush: Brush, { width, top, bottom }: { width: number; top: number; bottom: number }): void {
  const stripe = width / 12
  for (let index = 0; index < 12; index += 1) {
    brush.fillStyle = index % 2 === 0 ? '#cc5a2b' : '#f6e3cb'
    brush.fillRect(index * stripe, top, stripe + 1, bottom - top)
  }
  const fold = brush.createLinearGradient(0, top, 0, bottom)
  fold.addColorStop(0, 'rgba(60, 26, 12, .34)')
  fold.addColorStop(0.3, 'rgba(60, 26, 12, .08)')
  fold.addColorStop(1, 'rgba(60, 26, 12, .46)')
  brush.fillStyle = fold
  brush.fillRect(0, top, width, bottom - top)
}

function paintWares(brush: Brush, width: number, top: number): void {
  at(brush, { x: width * 0.12, y: top, draw: basket })
  at(brush, { x: width * 0.32, y: top, draw: mug })
  at(brush, { x: width * 0.72, y: top, draw: bowls })
  at(brush, { x: width * 0.89, y: top, draw: tin })
}

function at(brush: Brush, { x, y, draw }: { x: number; y: number; draw: (brush: Brush) => void }): void {
  brush.save()
  brush.translate(x, y)
  draw(brush)
  brush.restore()
}

function basket(brush: Brush): void {
  brush.lineWidth = 8
  brush.strokeStyle = '#a17d48'
  path(brush, 'M-44-66c0-62 88-62 88 0', { stroke: true })
  path(brush, 'M-60-68h120l-14 70h-92z', { fill: '#c9a36b' })
  brush.lineWidth = 3
  path(brush, 'M-56-50H56M-53-32H53M-50-14H50M-28-68l6 70M0-68v70M28-68l-6 70', { stroke: true })
}

function mug(brush: Brush): void {
  brush.lineWidth = 9
  brush.strokeStyle = '#9c452c'
  path(brush, 'M30-54h10a17 17 0 0 1 0 36h-10', { stroke: true })
  path(brush, 'M-32-72h64v60a14 14 0 0 1-14 14h-36a14 14 0 0 1-14-14z', { fill: '#b8573a' })
  roundRect(brush, { x: -32, y: -76, width: 64, height: 10, radius: 5, fill: '#d07a58' })
}

function bowls(brush: Brush): void {
  for (const [index, fill] of ['#4d8580', '#6fa39d', '#93c0b9'].entries()) {
    const y = -2 - index * 20
    path(brush, `M-52 ${y - 22}h104q-8 24-32 24h-40q-24 0-32-24z`, { fill })
  }
}

function tin(brush: Brush): void {
  roundRect(brush, { x: -34, y: -74, width: 68, height: 76, radius: 10, fill: '#b99b3f' })
  roundRect(brush, { x: -34, y: -88, width: 68, height: 24, radius: 9, fill: '#8f762b' })
  disc(brush, { x: 0, y: -34, radius: 17, fill: '#f3efdc' })
  path(brush, 'M-8-30q8-18 16 0q-8 8-16 0z', { fill: '#b99b3f' })
}
