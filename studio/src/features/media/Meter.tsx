// The level meter: bars that follow the microphone, drawn without rendering React for each frame.
import { MicOff } from 'lucide-react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { createLevel } from './sources/level.ts'
import { useWords } from '../../words.ts'

const BARS = 12
const STEP_MS = 50
/** Who asks for less motion sees the level in calm steps. */
const CALM_STEP_MS = 400

export function Meter({ stream, muted }: { readonly stream: MediaStream; readonly muted: boolean }) {
  const { say } = useWords()
  const bars = useRef<HTMLDivElement>(null)
  const waiting = useLevel(stream, bars)

  return (
    <div className="meter-box">
      <div
        ref={bars}
        className="meter"
        data-testid="meter"
        role="img"
        aria-label={say('stage.meter')}
        data-muted={muted}
      >
        {Array.from({ length: BARS }, (_, index) => (
          <i key={index} />
        ))}
      </div>
      {muted && (
        <span className="muted-mark">
          <MicOff size={16} aria-hidden="true" />
          {say('stage.muted')}
        </span>
      )}
      {!muted && waiting && <span className="sound-waits">{say('stage.soundWaits')}</span>}
    </div>
  )
}

/** Writes the level into the bars; answers whether the browser still keeps sound back. */
function useLevel(stream: MediaStream, bars: RefObject<HTMLDivElement | null>): boolean {
  const [waiting, setWaiting] = useState(false)
  useEffect(() => {
    if (stream.getAudioTracks().length === 0) return
    const level = createLevel(stream)
    const stepMs = matchMedia('(prefers-reduced-motion: reduce)').matches ? CALM_STEP_MS : STEP_MS
    let shown = 0
    const timer = setInterval(() => {
      shown = Math.max(level.read(), shown - stepMs / 1000)
      const lit = Math.round(shown * BARS)
      bars.current?.setAttribute('data-level', shown.toFixed(2))
      Array.from(bars.current?.children ?? []).forEach((bar, index) => bar.toggleAttribute('data-on', index < lit))
      setWaiting(level.waiting())
    }, stepMs)
    return () => {
      clearInterval(timer)
      level.close()
    }
  }, [stream, bars])
  return waiting
}
