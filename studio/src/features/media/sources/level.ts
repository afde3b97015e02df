// How loud a stream is, from 0 to 1, for the meter.
export interface Level {
  /** The level now; 0 while the browser still keeps audio back. */
  read(): number
  /** True while the browser waits for a gesture before it lets audio run. */
  waiting(): boolean
  close(): void
}

const FLOOR_DB = -60

export function createLevel(stream: MediaStream): Level {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 1024
  const samples = new Float32Array(analyser.fftSize)
  context.createMediaStreamSource(stream).connect(analyser)
  const stopWaking = wakeOnGesture(context)

  return {
    read: () => {
      analyser.getFloatTimeDomainData(samples)
      return levelOf(samples)
    },
    waiting: () => context.state === 'suspended',
    close: () => {
      stopWaking()
      if (context.state !== 'closed') void context.close()
    },
  }
}

/** Loudness of the samples on a decibel scale, 0 at -60 dB and 1 at full scale. */
export function levelOf(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  const decibels = 10 * Math.log10(sum / samples.length + 1e-12)
  return Math.min(1, Math.max(0, 1 - decibels / FLOOR_DB))
}

/** Starts the context as soon as the browser allows it; answers the undo. */
export function wakeOnGesture(context: AudioContext): () => void {
  const stop = new AbortController()
  const wake = (): void => {
    if (context.state === 'suspended') void context.resume()
  }
  wake()
  for (const gesture of ['pointerdown', 'keydown'])
    addEventListener(gesture, wake, { capture: true, signal: stop.signal })
  return () => stop.abort()
}
