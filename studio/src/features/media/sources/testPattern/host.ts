// The host, alive: breathing, blinking, talking, waving with one hand and holding a linen shirt in the other.
import type { Brush, Layout } from './layout.ts'
import { disc, path, roundRect } from './strokes.ts'

const SKIN = '#efbd9a'
const SHADE = '#e0a582'
const HAIR = '#2b1a17'
const KNIT = '#2f4a46'
const KNIT_DARK = '#263d3a'

/** Drawn round the chin at 0/0; a head is 148 wide. */
export function paintHost(brush: Brush, place: Layout['host'], seconds: number): void {
  const breath = Math.sin(seconds * 1.5)
  const sway = Math.sin(seconds * 0.7)

  brush.save()
  brush.translate(place.x, place.y)
  brush.scale(place.scale, place.scale)
  paintWavingArm(brush, seconds)
  path(brush, 'M-150 420c-4-200 30-312 92-344 34-18 82-18 116 0 62 32 96 144 92 344z', { fill: KNIT })
  brush.translate(0, breath * 1.6)
  path(brush, 'M-35-6h70v66c-8 30-62 30-70 0z', { fill: SHADE })
  path(brush, 'M-52 62c18 44 86 44 104 0l10 8c-20 62-104 62-124 0z', { fill: KNIT_DARK })

  brush.save()
  brush.translate(sway * 5, 0)
  brush.rotate(sway * 0.03)
  paintHead(brush, seconds)
  brush.restore()

  paintShirtArm(brush, seconds)
  brush.restore()
}

function paintHead(brush: Brush, seconds: number): void {
  disc(brush, { x: -74, y: -82, radius: 15, fill: SHADE })
  disc(brush, { x: 74, y: -82, radius: 15, fill: SHADE })
  brush.fillStyle = SKIN
  brush.beginPath()
  brush.ellipse(0, -84, 74, 92, 0, 0, Math.PI * 2)
  brush.fill()
  path(brush, 'M-80-68c-14-110 34-152 84-152 54 0 96 46 78 156-6-52-28-74-44-88-30 22-80 24-102 20-8 18-14 38-16 64z', {
    fill: HAIR,
  })
  disc(brush, { x: -44, y: -50, radius: 15, fill: 'rgba(224, 120, 92, .22)' })
  disc(brush, { x: 46, y: -50, radius: 15, fill: 'rgba(224, 120, 92, .22)' })
  paintEyes(brush, seconds)
  brush.strokeStyle = '#d99a76'
  brush.lineWidth = 4
  brush.lineCap = 'round'
  path(brush, 'M2-66q8 14-3 17', { stroke: true })
  paintMouth(brush, seconds)
}

/** A blink every few seconds, now and then a double one. */
function paintEyes(brush: Brush, seconds: number): void {
  const since = seconds % 3.7
  const double = Math.floor(seconds / 3.7) % 3 === 0 && since > 0.28 && since < 0.42
  const open = since < 0.14 || double ? 0.12 : 1
  const look = Math.sin(seconds * 0.43) * 3
  const eyes = [-27 + look, 28 + look]
  for (const x of eyes) paintEye(brush, x, open)
  if (open === 1) for (const x of eyes) disc(brush, { x: x + 2, y: -82.5, radius: 1.9, fill: '#fff' })
  brush.strokeStyle = HAIR
  brush.lineWidth = 4.5
  const lift = Math.sin(seconds * 0.9) > 0.6 ? -3 : 0
  path(brush, `M-39 ${-98 + lift}q12-8 23-2M17 ${-100 + lift}q12-6 23 2`, { stroke: true })
}

function paintEye(brush: Brush, x: number, open: number): void {
  brush.beginPath()
  brush.ellipse(x, -80, 6.4, 7.2 * open + 0.6, 0, 0, Math.PI * 2)
  brush.fillStyle = '#3a221c'
  brush.fill()
}

/** Talks for a while, then smiles for a while. */
function paintMouth(brush: Brush, seconds: number): void {
  const talking = seconds % 9 < 6
  const open = talking ? Math.abs(Math.sin(seconds * 7.1) * Math.sin(seconds * 2.9)) : 0
  brush.fillStyle = '#8a3f31'
  brush.strokeStyle = '#a25a45'
  brush.lineWidth = 5
  brush.lineCap = 'round'
  brush.beginPath()
  brush.moveTo(-27, -40)
  brush.quadraticCurveTo(0, -18, 28, -40)
  brush.stroke()
  if (open < 0.12) return

  brush.beginPath()
  brush.moveTo(-22, -36)
  brush.quadraticCurveTo(0, -24, 23, -36)
  brush.quadraticCurveTo(14, -18 + open * 12, 0, -17 + open * 13)
  brush.quadraticCurveTo(-14, -18 + open * 12, -22, -36)
  brush.fill()
}

/** The free arm: raised beside the head, the hand going from side to side. */
function paintWavingArm(brush: Brush, seconds: number): void {
  const wave = Math.sin(seconds * 4.2) * (0.55 + 0.45 * Math.sin(seconds * 0.55))
  brush.save()
  brush.translate(-118, 170)
  brush.rotate(-0.28 + wave * 0.03)
  roundRect(brush, { x: -66, y: -26, width: 110, height: 62, radius: 31, fill: KNIT_DARK })
  brush.translate(-44, 6)
  brush.rotate(0.16 + wave * 0.1)
  roundRect(brush, { x: -29, y: -150, width: 58, height: 178, radius: 29, fill: KNIT_DARK })
  roundRect(brush, { x: -20, y: -178, width: 40, height: 40, radius: 16, fill: SHADE })
  brush.translate(0, -168)
  brush.rotate(wave * 0.24)
  paintHand(brush)
  brush.restore()
}

/** An open hand, the wrist at 0/0, fingers up. */
function paintHand(brush: Brush): void {
  roundRect(brush, { x: -27, y: -56, width: 54, height: 60, radius: 24, fill: SKIN })
  const fingers = [
    { x: -19, turn: -0.2, length: 44 },
    { x: -6, turn: -0.06, length: 52 },
    { x: 7, turn: 0.07, length: 49 },
    { x: 19, turn: 0.22, length: 38 },
  ]
  for (const { x, turn, length } of fingers) {
    brush.save()
    brush.translate(x, -44)
    brush.rotate(turn)
    roundRect(brush, { x: -7, y: -length, width: 14, height: length + 8, radius: 7, fill: SKIN })
    brush.restore()
  }
  brush.save()
  brush.translate(22, -22)
  brush.rotate(0.95)
  roundRect(brush, { x: -7.5, y: -38, width: 15, height: 44, radius: 7.5, fill: SKIN })
  brush.restore()
}

/** The other arm holds the shirt of the day up to the picture. */
function paintShirtArm(brush: Brush, seconds: number): void {
  brush.save()
  brush.translate(112, 180)
  brush.rotate(0.1 + Math.sin(seconds * 1.1) * 0.035)
  roundRect(brush, { x: -34, y: -34, width: 74, height: 210, radius: 36, fill: KNIT_DARK })
  brush.save()
  brush.translate(-58, -52)
  path(brush, 'M8 24l34-18h40l34 18-12 36-16-6v124H36V54l-16 6z', { fill: '#e8d7bd' })
  brush.strokeStyle = '#c9b08a'
  brush.lineWidth = 2.2
  brush.lineJoin = 'round'
  path(brush, 'M8 24l34-18h40l34 18-12 36-16-6v124H36V54l-16 6zM62 24v154', { stroke: true })
  path(brush, 'M44 7c4 15 32 15 36 0', { stroke: true })
  for (const y of [52, 80, 108, 136]) disc(brush, { x: 67, y, radius: 2.6, fill: '#b4976c' })
  brush.restore()
  roundRect(brush, { x: -22, y: -66, width: 44, height: 34, radius: 15, fill: SKIN })
  for (const x of [-14, -3, 8]) roundRect(brush, { x, y: -52, width: 11, height: 28, radius: 5.5, fill: SHADE })
  brush.restore()
}
