// Two short notes, played only into a page whose picture is heard already.

const NOTES = [
  { hertz: 659.3, afterS: 0 },
  { hertz: 987.8, afterS: 0.14 },
]
const LOUD = 0.12
const LONG_S = 0.5

/** Answers how to stop it. */
export function chime(): () => void {
  if (!isHeard()) return () => undefined
  const context = new AudioContext()
  const close = () => void (context.state === 'closed' ? undefined : context.close())
  NOTES.forEach(({ hertz, afterS }) => play(context, hertz, context.currentTime + afterS))
  const timer = setTimeout(close, 2000 * LONG_S)
  return () => {
    clearTimeout(timer)
    close()
  }
}

/** Whoever has not asked for sound is not startled by one. */
function isHeard(): boolean {
  const video = document.querySelector('video')
  return video !== null && !video.muted && !video.paused && video.volume > 0
}

function play(context: AudioContext, hertz: number, at: number): void {
  const gain = context.createGain()
  gain.gain.setValueAtTime(LOUD, at)
  gain.gain.exponentialRampToValueAtTime(0.0001, at + LONG_S)
  const note = context.createOscillator()
  note.frequency.value = hertz
  note.connect(gain).connect(context.destination)
  note.start(at)
  note.stop(at + LONG_S)
}
