// The painting worker: its timers are not throttled in the background, so frames keep coming.
import { SIZES, type PainterAnswer, type PainterOrder, type Pattern } from './orders.ts'
import { createScene } from './scene.ts'

interface VideoTrackGeneratorLike {
  readonly track: MediaStreamTrack
  readonly writable: WritableStream<VideoFrame>
}

declare global {
  /** The standard's name, found in workers only. */
  var VideoTrackGenerator: undefined | (new () => VideoTrackGeneratorLike)
}

addEventListener('message', ({ data }: MessageEvent<PainterOrder>) => {
  if (data.kind === 'write') writeFrames(data.writable, data.pattern)
  if (data.kind === 'generate') generate(data.pattern)
  if (data.kind === 'tick') everyFrame(data.pattern, () => answer({ kind: 'tick' }))
  if (data.kind === 'rest') resting = data.resting
})

/** Nobody sees the picture: frames are left out. */
let resting = false

function generate(pattern: Pattern): void {
  if (!globalThis.VideoTrackGenerator || typeof VideoFrame !== 'function') return answer({ kind: 'cannot' })
  const { track, writable } = new globalThis.VideoTrackGenerator()
  answer({ kind: 'track', track }, [track])
  writeFrames(writable, pattern)
}

function writeFrames(writable: WritableStream<VideoFrame>, pattern: Pattern): void {
  const { shape } = pattern
  const { width, height } = SIZES[shape]
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) return answer({ kind: 'cannot' })

  const scene = createScene(shape, (size) => new OffscreenCanvas(size.width, size.height))
  const writer = writable.getWriter()
  const stop = everyFrame(pattern, () => {
    if ((writer.desiredSize ?? 0) <= 0) return
    scene.paint(context, Date.now())
    const frame = new VideoFrame(canvas, { timestamp: Math.round(performance.now() * 1000) })
    writer.write(frame).catch(() => {
      frame.close()
      stop()
    })
  })
}

/** Calls back at the frame rate without drifting; a late beat is dropped, not doubled. Answers the undo. */
function everyFrame({ framesPerSecond }: Pattern, beat: () => void): () => void {
  const gap = 1000 / framesPerSecond
  let next = performance.now()
  let timer = setTimeout(run, 0)

  function run(): void {
    if (!resting) beat()
    next = Math.max(next + gap, performance.now())
    timer = setTimeout(run, next - performance.now())
  }
  return () => clearTimeout(timer)
}

function answer(message: PainterAnswer, transfer: unknown[] = []): void {
  postMessage(message, { transfer: transfer as Transferable[] })
}
