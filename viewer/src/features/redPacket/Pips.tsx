// One pip for each place, lit as long as it is left; of very many one bar.
import type { RedPacket } from '@lantern/shared/features/redPacket/contract.ts'
import { leftIn } from '@lantern/shared/features/redPacket/look.ts'

/** More would be narrower than the gaps between them. */
const MOST_PIPS = 40

interface PipsProps {
  readonly packet: RedPacket
  /** For whoever does not see them. */
  readonly label: string
}

export function Pips({ packet, label }: PipsProps) {
  const { places } = packet
  const left = leftIn(packet)
  if (places > MOST_PIPS) {
    return (
      <div className="packet-pips" data-bar="true" role="img" aria-label={label}>
        <i style={{ transform: `scaleX(${left / places})` }} />
      </div>
    )
  }
  return (
    <div className="packet-pips" role="img" aria-label={label} data-testid="redPacket-pips">
      {Array.from({ length: places }, (_, nth) => (
        <i key={nth} data-left={nth < left} />
      ))}
    </div>
  )
}
