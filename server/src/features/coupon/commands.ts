// coupon:make and coupon:claim: both are decided by the ledger, as what is made and what is entered there.
import type { CouponConfig } from '@lantern/shared/features/coupon/contract.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Command } from '../../commands/command.ts'
import { enterActivity } from '../../commands/enterActivity.ts'

export const makeCoupon: Command<'coupon:make'> = async (ports, { person, showId }, input) => {
  const { ledger, rooms, settings, clock } = ports
  const { activityId, opensAt, lengthMs, start, conditions, toFront, ...config } = input
  if (!settings.carriesPrice) return refuse('COUPON_NOT_CARRIED')
  // What is earned by paying asks for nothing beside.
  if (config.given === 'paid' && conditions.length > 0) return refuse('BAD_INPUT')
  const refusal = refuseTerms(config, await rooms.findRoom(showId), Math.max(clock(), opensAt ?? 0))
  if (refusal) return refusal
  const life = { showId, activityId, opensAt, lengthMs, start, conditions, toFront, by: person.staffId }
  const made = await ledger.makeActivity({ ...life, kind: 'coupon', config })
  if (made.ok) rooms.announce(showId)
  return made
}

/** Null: they can be met in this show, from then on. */
function refuseTerms({ productIds, currency: from, good }: CouponConfig, room: RoomState | null, opensAt: number) {
  const known = new Set(room?.products.map(({ id }) => id))
  if (productIds?.some((id) => !known.has(id))) return refuse('PRODUCT_NOT_FOUND')
  const to = room?.offers.find(({ currency }) => currency !== from)?.currency
  if (to !== undefined) return refuse('CURRENCY_CHANGED', { detail: { from, to } })
  return 'until' in good && good.until <= opensAt ? refuse('COUPON_PAST') : null
}

/** No announcement: what is left goes out with the next tick, however many claim one in it. */
export const claimCoupon: Command<'coupon:claim'> = (ports, sender, { activityId, requestId }) =>
  enterActivity(ports, sender, { activityId, kind: 'coupon', entry: {}, requestId })
