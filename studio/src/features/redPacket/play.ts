// What red packets say of themselves on the desk.
import { COMMANDS, type RedPacket } from '@lantern/shared/features/redPacket/contract.ts'
import { leftIn } from '@lantern/shared/features/redPacket/look.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { Mail } from 'lucide-react'
import { laterOf, makerOf } from '../../plays/maker.ts'
import { playOf, type Shown } from '../../plays/play.tsx'
import { Past } from './Past.tsx'
import { Proof } from './Proof.tsx'
import { RedPacketForm } from './RedPacketForm.tsx'

const opened = ({ one, say }: Shown<RedPacket>) => say('redPacket.opened', { n: one.entries, of: one.places })

export const RED_PACKET = playOf<RedPacket>({
  kind: 'redPacket',
  Icon: Mail,
  listIn: ({ redPackets }) => redPackets,
  title: ({ one, say }) => one.greeting ?? say('redPacket.tab'),
  sum: sumOf,
  over: opened,
  closeQuestion: ({ one, say }) => say('redPacket.closeQuestion', { left: leftIn(one), places: one.places }),
  cancelQuestion: ({ one, say }) => say('redPacket.cancelQuestion', { count: one.entries }),
  Body: Past,
  Acts: Proof,
  Form: RedPacketForm,
  make: makerOf('redPacket:make', COMMANDS['redPacket:make'].input, ({ until, ...asked }, passed) => ({
    ...asked,
    until: laterOf(until, passed),
  })),
})

function sumOf({ one, say, locale }: Shown<RedPacket>): string {
  const money = (minor: number) => formatMoney(minor, one.currency, locale)
  const { entries, places, luckiest } = one
  const fill = { opened: entries, places, given: money(one.givenMinor), total: money(one.totalMinor) }
  const mostEach = one.perMonth === null ? [] : [say('redPacket.mostEach', { count: one.perMonth })]
  const sum = [say('redPacket.sum', fill), ...mostEach].join(' · ')
  if (luckiest === null || one.how === 'fixed') return sum
  const name = luckiest.name ?? say('redPacket.erased')
  return `${sum} · ${say('redPacket.luckiest', { name, amount: money(luckiest.amountMinor) })}`
}
