// The drawn host's sound: slow marimba notes over a faint market hum, a loop rendered once, so no timer can starve it.
import { wakeOnGesture } from '../level.ts'

const RATE = 24_000
const LOOP_SECONDS = 32
const BEAT_SECONDS = 0.5
/** A pentatonic scale around A3, in hertz. */
const SCALE = [220, 246.94, 277.18, 329.63, 369.99, 440, 493.88, 554.37, 659.26]
/** Steps of the scale by beat; null rests. */
const TUNE = [
  0,
  null,
  3,
  null,
  5,
  4,
  null,
  2,
  null,
  3,
  null,
  null,
  6,
  null,
  5,
  3,
  1,
  null,
  4,
  null,
  7,
  null,
  5,
  null,
  2,
]

export interface MarketSound {
  readonly track: MediaStreamTrack
  close(): void
}

export async function createMarketSound(): Promise<MarketSound> {
  const context = new AudioContext()
  const out = context.createMediaStreamDestination()
  const player = context.createBufferSource()
  player.buffer = renderLoop(context)
  player.loop = true
  player.connect(out)
  player.start()
  const stopWaking = wakeOnGesture(context)
  const track = out.stream.getAudioTracks()[0]
  if (!track) throw new Error('a destination without a track')

  return {
    track,
    close: () => {
      stopWaking()
      track.stop()
      if (context.state !== 'closed') void context.close()
    },
  }
}

function renderLoop(context: BaseAudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, RATE * LOOP_SECONDS, RATE)
  const samples = buffer.getChannelData(0)
  addHum(samples)
  const beats = LOOP_SECONDS / BEAT_SECONDS
  for (let beat = 0; beat < beats; beat += 1) {
    const step = TUNE[beat % TUNE.length]
    const hertz = step === null || step === undefined ? undefined : SCALE[step]
    if (hertz !== undefined) addNote(samples, { at: beat * BEAT_SECONDS, hertz, loudness: beat % 4 === 0 ? 0.2 : 0.14 })
  }
  return buffer
}

interface Note {
  readonly at: number
  readonly hertz: number
  readonly loudness: number
}

/** A struck wooden bar: its tone and the fourth partial, both dying away; the tail wraps round the loop. */
function addNote(samples: Float32Array, { at, hertz, loudness }: Note): void {
  const from = Math.round(at * RATE)
  for (let i = 0; i < RATE * 1.6; i += 1) {
    const t = i / RATE
    const attack = Math.min(1, t / 0.004)
    const tone = Math.sin(2 * Math.PI * hertz * t) * Math.exp(-3.2 * t)
    const wood = 0.22 * Math.sin(2 * Math.PI * hertz * 4 * t) * Math.exp(-14 * t)
    const index = (from + i) % samples.length
    samples[index] = (samples[index] ?? 0) + loudness * attack * (tone + wood)
  }
}

/** Low, slow noise, faded at both ends so that the loop has no seam. */
function addHum(samples: Float32Array): void {
  const fade = RATE / 2
  let low = 0
  for (let i = 0; i < samples.length; i += 1) {
    low += 0.02 * (Math.random() * 2 - 1 - low)
    const seam = Math.min(1, i / fade, (samples.length - i) / fade)
    samples[i] = low * 0.12 * seam
  }
}
