// The room behind the host: a warm wall, shelves with wares, and the lantern that gave the product its name.
import type { Brush, Layout } from './layout.ts'
import { disc, path, roundRect } from './strokes.ts'

const WARES = ['#c96f4a', '#6f8f7a', '#e6c79c', '#b8573a', '#587a6c', '#a98bb0'] as const

export function paintWall(brush: Brush, { width, height }: Layout): void {
  const wall = brush.createLinearGradient(0, 0, 0, height)
  wall.addColorStop(0, '#f3d9c0')
  wall.addColorStop(0.55, '#dcae8d')
  wall.addColorStop(1, '#7d5242')
  brush.fillStyle = wall
  brush.fillRect(0, 0, width, height)

  const light = brush.createRadialGradient(width * 0.74, height * 0.12, 0, width * 0.74, height * 0.12, height * 0.75)
  light.addColorStop(0, 'rgba(255, 243, 221, .95)')
  light.addColorStop(1, 'rgba(255, 243, 221, 0)')
  brush.fillStyle = light
  brush.fillRect(0, 0, width, height)
}

export function paintShelves(brush: Brush, { x, y, width, first }: Layout['shelves'][number]): void {
  brush.save()
  brush.globalAlpha = 0.62
  roundRect(brush, { x, y, width, height: 13, radius: 6, fill: '#8a5a44' })
  const sizes = [
    { wide: 38, tall: 84 },
    { wide: 32, tall: 60 },
    { wide: 52, tall: 72 },
    { wide: 40, tall: 48 },
  ]
  let left = x + 20
  sizes.forEach(({ wide, tall }, index) => {
    if (left + wide > x + width - 10) return
    const fill = WARES[(first + index) % WARES.length] ?? WARES[0]
    if ((first + index) % 4 === 3) disc(brush, { x: left + 28, y: y - 28, radius: 28, fill })
    else roundRect(brush, { x: left, y: y - tall, width: wide, height: tall, radius: 9, fill })
    left += wide + 16
  })
  brush.restore()
}

/** Hangs from above and swings a little, as in the draught of a door. */
export function paintLantern(brush: Brush, { lantern: { x, length, scale } }: Layout, seconds: number): void {
  brush.save()
  brush.translate(x, 0)
  brush.rotate(Math.sin(seconds * 0.9) * 0.035)
  brush.strokeStyle = '#8a5a44'
  brush.lineWidth = 3
  path(brush, `M0 0V${length}`, { stroke: true })
  brush.translate(0, length)
  brush.scale(scale, scale)

  const glow = brush.createRadialGradient(0, 52, 8, 0, 52, 120)
  glow.addColorStop(0, `rgba(255, 196, 122, ${0.75 + 0.08 * Math.sin(seconds * 2.3)})`)
  glow.addColorStop(1, 'rgba(255, 196, 122, 0)')
  disc(brush, { x: 0, y: 52, radius: 120, fill: glow })
  roundRect(brush, { x: -24, y: 0, width: 48, height: 10, radius: 5, fill: '#7a3a20' })
  path(brush, 'M-34 10h68q26 42 0 84h-68q-26-42 0-84z', { fill: '#e4703a' })
  brush.lineWidth = 2.5
  brush.strokeStyle = 'rgba(255, 231, 200, .55)'
  path(brush, 'M-14 10q-16 42 0 84M14 10q16 42 0 84M0 10v84', { stroke: true })
  roundRect(brush, { x: -24, y: 94, width: 48, height: 10, radius: 5, fill: '#7a3a20' })
  brush.strokeStyle = '#b8573a'
  path(brush, 'M0 104v34M-6 112v22M6 112v22', { stroke: true })
  brush.restore()
}
