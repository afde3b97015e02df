// Red packets on the shopper's page: their words and what is in them, in the frame of all plays.
import type { RedPacket } from '@lantern/shared/features/redPacket/contract.ts'
import { isSpent } from '@lantern/shared/features/redPacket/look.ts'
import { Mail } from 'lucide-react'
import { playOf } from '../../plays/play.tsx'
import { RedPacketBody } from './RedPacketBody.tsx'
import { goneInOf, goneOf, leftOf, placesOf } from './say.ts'
import './redPacket.css'

export const RED_PACKET = playOf<RedPacket>({
  Icon: Mail,
  name: 'redPacket.name',
  listIn: ({ redPackets }) => redPackets,
  title: ({ one, words }) => one.greeting ?? placesOf(one, words),
  note: ({ words }) => words.t('redPacket.from'),
  folded: ({ one, words }) => (isSpent(one) ? goneOf(one, words) : leftOf(one, words)),
  opened: ({ one, words }) => words.t('redPacket.sayOpen', { places: placesOf(one, words) }),
  outcome: ({ one, words }) => (one.goneAt === null ? null : goneOf(one, words)),
  ended: ({ one, words }) => goneInOf(one, words),
  Body: RedPacketBody,
  titled: 'body',
  gives: true,
  pops: true,
})
