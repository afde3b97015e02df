// What stands in the picture's place while the host shows none: the house's own scene, with the reason in words.
import { Coffee, VideoOff } from 'lucide-react'
import { LanternScene } from '../parts/LanternScene.tsx'
import { useWords } from '../useWords.ts'
import type { StandIn as Reason } from '../view/lines.ts'

const LOOKS = {
  cameraOff: { Icon: VideoOff, more: 'cameraOffMore' },
  hostPaused: { Icon: Coffee, more: 'hostPausedMore' },
} as const

export function StandIn({ reason }: { readonly reason: Reason }) {
  const { t } = useWords()
  const { Icon, more } = LOOKS[reason]
  return (
    <div className="poster stand-in" role="status" data-testid="stand-in" data-reason={reason}>
      <LanternScene />
      <div className="stand-in-words">
        <span className="stand-in-sign">
          <Icon size={26} aria-hidden="true" />
        </span>
        <b>{t(reason)}</b>
        <p>{t(more)}</p>
      </div>
    </div>
  )
}
