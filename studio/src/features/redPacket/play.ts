// What red packets say of themselves on the desk.
import type { RedPacket } from '@lantern/shared/features/redPacket/contract.ts'
import { leftIn } from '@lantern/shared/features/redPacket/look.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { Mail } from 'lucide-react'
import { playOf, type Shown } from '../../plays/play.tsx'
import { Proof } from './Proof.tsx'
import { RedPacketForm } from './RedPacketForm.tsx'

const DAY_MS = 86_400_000

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
  Acts: Proof,
  Form: RedPacketForm,
  again({ one }, activityId, send) {
    const { greeting, how, places, currency, totalMinor, leastMinor, fromMinor, productIds, perMonth } = one
    const asked = { greeting, how, places, currency, totalMinor, leastMinor, fromMinor, productIds, perMonth }
    const { conditions, lengthMs, until, openedAt } = one
    // Its coupons are good for as long as those of the one before.
    const days = Math.max(1, Math.round((until - (openedAt ?? until - DAY_MS)) / DAY_MS))
    const life = { conditions, lengthMs, until: Date.now() + days * DAY_MS }
    return send('redPacket:make', { ...asked, ...life, activityId, opensAt: null, start: 'draft' })
  },
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
