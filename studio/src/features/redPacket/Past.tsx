// Tells staff of a packet that was not opened in time: its coupons are over, and it opens no more, by itself or otherwise.
import type { RedPacket } from '@lantern/shared/features/redPacket/contract.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import type { Shown } from '../../plays/play.tsx'

export function Past({ one: { state, until }, say }: Shown<RedPacket>) {
  const now = useNow(useDesk().client.clock, 1000)
  if ((state !== 'draft' && state !== 'announced') || now < until) return null
  return (
    <p className="play-sum" role="status" data-testid="redPacket-past">
      {say('redPacket.past')}
    </p>
  )
}
