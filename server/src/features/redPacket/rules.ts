// The rules of a red packet: what each place holds is settled by the seed before anybody taps.
import { RedPacketConfig, RedPacketEntry, RedPacketResult } from '@lantern/shared/features/redPacket/contract.ts'
import { grant } from '@lantern/shared/contract/refusals.ts'
import { activityKind, type Closing, type KindRules } from '../../activities/kind.ts'
import { amountsOf } from './amounts.ts'
import { sumOf } from './tallies.ts'

const RULES: KindRules<RedPacketConfig, RedPacketEntry | null, RedPacketResult> = {
  kind: 'redPacket',
  config: RedPacketConfig,
  // Null: what a tap says. What is taken down is what was in the place.
  entry: RedPacketEntry.nullable(),
  result: RedPacketResult,
  places: ({ places }) => places,
  sealed: 'seed',
  notCarried: 'COUPON_NOT_CARRIED',
  goodUntil: ({ until }) => until,
  wonAtMost: ({ perMonth }) => perMonth,
  decideEntry: ({ config, before, no, seed }) => grant(before ?? amountAt(config, { no, seed })),
  keysOf: (entry) => (entry === null ? [] : [String(entry.amountMinor)]),
  rewardFor: ({ config, no, seed }) => {
    const entry = amountAt(config, { no, seed })
    if (entry === null) return null
    const { currency, fromMinor, productIds, until } = config
    return { what: { is: 'coupon', off: { minor: entry.amountMinor }, currency, fromMinor, productIds }, until }
  },
  settle: settleRedPacket,
}

export const RED_PACKET = activityKind(RULES)

/** Null: there is no such place. */
function amountAt(config: RedPacketConfig, { no, seed }: { no: number; seed: string | null }): RedPacketEntry | null {
  if (seed === null) throw new Error('a red packet has no seed')
  // Nothing is dealt out anew for the many who come too late.
  if (no > config.places) return null
  const amountMinor = amountsOf(seed, config)[no - 1]
  return amountMinor === undefined ? null : { amountMinor }
}

export function settleRedPacket({ entries, tallies }: Pick<Closing<RedPacketConfig>, 'entries' | 'tallies'>) {
  return { opened: entries, givenMinor: sumOf(tallies) }
}
