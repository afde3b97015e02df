// What a red packet says of itself in words: how many places, what is in it, who was luckiest.
import type { RedPacket } from '@lantern/shared/features/redPacket/contract.ts'
import { leftIn } from '@lantern/shared/features/redPacket/look.ts'
import { formatLeftShort } from '@lantern/shared/ui/time.ts'
import type { WordsInUse } from '../../useWords.ts'

/** Those of the shopper's page, and of the overlay. */
export type PacketWords = Pick<WordsInUse, 't' | 'money' | 'count'>

export function placesOf({ places }: RedPacket, { t, count }: PacketWords): string {
  return places === 1 ? t('redPacket.onePlace') : t('redPacket.places', { n: count(places) })
}

/** What everyone gets, or at least, and all of it. */
export function contentOf({ how, places, totalMinor, leastMinor, currency }: RedPacket, words: PacketWords): string {
  const total = words.money(totalMinor, currency)
  if (how === 'fixed') return words.t('redPacket.each', { amount: words.money(totalMinor / places, currency), total })
  return words.t('redPacket.lucky', { least: words.money(leastMinor, currency), total })
}

export function goneOf({ places }: RedPacket, { t, count }: PacketWords): string {
  return places === 1 ? t('redPacket.oneGone') : t('redPacket.allGone', { n: count(places) })
}

export function leftOf(packet: RedPacket, { t, count }: PacketWords): string {
  return t('redPacket.left', { n: count(leftIn(packet)), of: count(packet.places) })
}

/** Null: nobody was luckier than others. */
export function luckiestOf({ how, luckiest, currency }: RedPacket, words: PacketWords, isOver: boolean): string | null {
  if (how === 'fixed' || luckiest === null) return null
  const { t } = words
  const fill = { name: luckiest.name ?? t('redPacket.somebody'), amount: words.money(luckiest.amountMinor, currency) }
  return t(isOver ? 'redPacket.wasLuckiest' : 'redPacket.luckiest', fill)
}

/** What its coupons are good for. */
export function termsOf({ fromMinor, productIds, currency }: RedPacket, { t, money }: PacketWords): string {
  const from = money(fromMinor, currency)
  if (productIds === null) return fromMinor === 0 ? t('redPacket.off') : t('redPacket.offFrom', { from })
  return fromMinor === 0 ? t('redPacket.offSome') : t('redPacket.offSomeFrom', { from })
}

/** How fast it was gone; null: it was not. */
export function goneInOf({ openedAt, goneAt }: RedPacket, { t }: PacketWords): string | null {
  if (openedAt === null || goneAt === null) return null
  return t('redPacket.goneIn', { time: formatLeftShort(Math.max(1000, goneAt - openedAt)) })
}
