// Red packets in the overlay: how many are left and who was luckiest, in the frame of all plays.
import type { RedPacket } from '@lantern/shared/features/redPacket/contract.ts'
import { isSpent } from '@lantern/shared/features/redPacket/look.ts'
import { Mail } from 'lucide-react'
import { overlayPlayOf } from '../../plays/overlayPlay.tsx'
import { OverlayPacket } from './OverlayPacket.tsx'
import { goneInOf, goneOf, leftOf, placesOf } from './say.ts'

export const RED_PACKET = overlayPlayOf<RedPacket>({
  Icon: Mail,
  name: 'redPacket.name',
  listIn: ({ redPackets }) => redPackets,
  title: ({ one, words }) =>
    isSpent(one) && one.goneAt !== null ? goneOf(one, words) : (one.greeting ?? placesOf(one, words)),
  note: ({ one, words }) => leftOf(one, words),
  ended: ({ one, words }) => goneInOf(one, words),
  Body: OverlayPacket,
})
