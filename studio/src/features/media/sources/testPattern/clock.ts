// The wall clock: hands for people, and below them hours, minutes, seconds and the frame, to measure by.
import { FRAMES_PER_SECOND } from './orders.ts'
import type { Brush, Layout } from './layout.ts'
import { disc, roundRect } from './strokes.ts'

export function paintClock(brush: Brush, { x, y, radius }: Layout['clock'], at: number): void {
  const date = new Date(at)
  const seconds = date.getSeconds() + date.getMilliseconds() / 1000
  const minutes = date.getMinutes() + seconds / 60
  const hours = (date.getHours() % 12) + minutes / 60

  brush.save()
  brush.translate(x, y)
  disc(brush, { x: 0, y: 4, radius: radius + 8, fill: 'rgba(90, 50, 32, .22)' })
  disc(brush, { x: 0, y: 0, radius: radius + 8, fill: '#8a5a44' })
  disc(brush, { x: 0, y: 0, radius, fill: '#fff7ea' })
  for (let hour = 0; hour < 12; hour += 1)
    hand(brush, {
      turn: hour / 12,
      from: radius * 0.82,
      to: radius * 0.92,
      width: hour % 3 === 0 ? 5 : 2.5,
      color: '#a98a72',
    })
  hand(brush, { turn: hours / 12, from: 0, to: radius * 0.5, width: 6, color: '#3a221c' })
  hand(brush, { turn: minutes / 60, from: 0, to: radius * 0.74, width: 4.5, color: '#3a221c' })
  hand(brush, { turn: seconds / 60, from: -radius * 0.16, to: radius * 0.82, width: 2.5, color: '#cc420d' })
  disc(brush, { x: 0, y: 0, radius: 5, fill: '#cc420d' })
  paintDigits(brush, radius, date)
  brush.restore()
}

interface Hand {
  /** Part of a full turn, from the top. */
  readonly turn: number
  readonly from: number
  readonly to: number
  readonly width: number
  readonly color: string
}

function hand(brush: Brush, { turn, from, to, width, color }: Hand): void {
  const angle = turn * Math.PI * 2
  const [dx, dy] = [Math.sin(angle), -Math.cos(angle)]
  brush.strokeStyle = color
  brush.lineWidth = width
  brush.lineCap = 'round'
  brush.beginPath()
  brush.moveTo(dx * from, dy * from)
  brush.lineTo(dx * to, dy * to)
  brush.stroke()
}

function paintDigits(brush: Brush, radius: number, date: Date): void {
  const frame = Math.floor((date.getMilliseconds() * FRAMES_PER_SECOND) / 1000)
  const [hours, minutes, seconds, frames] = [date.getHours(), date.getMinutes(), date.getSeconds(), frame].map((part) =>
    String(part).padStart(2, '0'),
  )
  const top = radius + 24
  roundRect(brush, { x: -73, y: top, width: 146, height: 36, radius: 10, fill: '#3a221c' })
  brush.textBaseline = 'middle'
  brush.fillStyle = '#ffe7c8'
  brush.font = '600 21px ui-monospace, "DejaVu Sans Mono", monospace'
  brush.textAlign = 'left'
  brush.fillText(`${hours}:${minutes}:${seconds}`, -65, top + 19)
  brush.fillStyle = '#ff9a5c'
  brush.fillText(`${frames}`, 40, top + 19)
}
