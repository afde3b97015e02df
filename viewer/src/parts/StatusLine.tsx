// One line over the picture when something about picture or connection is not as it should be.
import { CloudOff, Loader, MonitorX, Signal, Video } from 'lucide-react'
import { useWords } from '../useWords.ts'
import type { Line } from '../view/lines.ts'

const LOOKS = {
  connectionLost: { Icon: CloudOff, testId: 'connection-lost' },
  hostAway: { Icon: Loader, testId: 'host-away' },
  blocked: { Icon: MonitorX, testId: 'blocked' },
  slow: { Icon: Signal, testId: 'slow' },
  soonPicture: { Icon: Video, testId: 'host-soon' },
} as const

export function StatusLine({ line }: { readonly line: Line | null }) {
  const { t } = useWords()
  if (line === null) return null
  const { Icon, testId } = LOOKS[line]
  return (
    <p className="status-line" role="status" data-testid={testId}>
      <Icon size={16} aria-hidden="true" />
      {t(line)}
    </p>
  )
}
