// How the picture goes out: loudness, bit rate, frames, layers, loss, round trip.
import type { HostMedia } from '@lantern/shared/client/types.ts'
import { useWords } from '../../words.ts'
import { Meter } from './Meter.tsx'
import { useMediaView } from './useHostPicture.ts'

interface HealthProps {
  readonly media: HostMedia
  readonly stream: MediaStream
  readonly muted: boolean
}

export function Health({ media, stream, muted }: HealthProps) {
  const { say, locale } = useWords()
  const { stats, status } = useMediaView(media)
  const rounded = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value)

  return (
    <div className="health">
      <Meter stream={stream} muted={muted} />
      {stats && status === 'on' && (
        <div className="stats" data-testid="stats">
          <span>
            <b>{rounded(stats.bitrate / 1e6, 1)} Mbit/s</b> ·{' '}
            {say('stats.fps', { n: Math.round(stats.framesPerSecond) })}
          </span>
          <span>
            {shortSide(stream, stats.height)}p · {say('stats.layers', { count: stats.layers })}
          </span>
          <span>
            <b>{say('stats.lost', { n: rounded(stats.lossPercent, stats.lossPercent < 1 ? 1 : 0) })}</b> ·{' '}
            {Math.round(stats.roundTripMs)} ms
          </span>
        </div>
      )}
    </div>
  )
}

/** Pictures are called by their shorter side: an upright 720x1280 is 720p. */
function shortSide(stream: MediaStream, height: number): number {
  const { width = 0, height: full = 0 } = stream.getVideoTracks()[0]?.getSettings() ?? {}
  return width > 0 && width < full ? Math.round((height * width) / full) : height
}
