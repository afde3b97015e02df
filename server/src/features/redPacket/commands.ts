// redPacket:make and redPacket:open: both are decided by the ledger, as what is made and what is entered there.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'
import { enterActivity } from '../../commands/enterActivity.ts'

export const makeRedPacket: Command<'redPacket:make'> = async (
  { ledger, rooms, settings, clock },
  { person, showId },
  input,
) => {
  if (!settings.carriesPrice) return refuse('COUPON_NOT_CARRIED')
  const { activityId, opensAt, lengthMs, start, conditions, toFront, waitsFor, ...config } = input
  const room = await rooms.findRoom(showId)
  const known = new Set(room?.products.map(({ id }) => id))
  if (config.productIds?.some((id) => !known.has(id))) return refuse('PRODUCT_NOT_FOUND')
  if (!room?.offers.some(({ currency }) => currency === config.currency)) return refuse('CURRENCY_CHANGED')
  const opens = waitsFor?.is === 'time' ? waitsFor.at : opensAt
  if (config.until <= Math.max(clock(), opens ?? 0)) return refuse('COUPON_PAST')
  const life = { showId, kind: 'redPacket', activityId, opensAt, lengthMs, start, conditions, toFront, waitsFor }
  const made = await ledger.makeActivity({ ...life, config, by: person.staffId })
  if (made.ok) rooms.announce(showId)
  return made
}

/** No announcement: how many are left goes out with the next tick, however many tap in it. */
export const openRedPacket: Command<'redPacket:open'> = (ports, sender, { activityId, requestId }) =>
  enterActivity(ports, sender, { activityId, kind: 'redPacket', entry: null, requestId })
