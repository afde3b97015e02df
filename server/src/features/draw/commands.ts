// draw:make, draw:enter and draw:claim.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'
import { claimWin } from './claimWin.ts'
import { enterActivity } from '../../commands/enterActivity.ts'

export const makeDraw: Command<'draw:make'> = async ({ ledger, rooms }, { person, showId }, input) => {
  const { activityId, opensAt, lengthMs, start, conditions, toFront, ...config } = input
  const room = await rooms.findRoom(showId)
  const { productId } = config
  if (productId !== null && !room?.products.some(({ id }) => id === productId)) return refuse('PRODUCT_NOT_FOUND')
  const life = { showId, kind: 'draw', activityId, opensAt, lengthMs, start, conditions, toFront }
  const made = await ledger.makeActivity({ ...life, config, by: person.staffId })
  if (made.ok) rooms.announce(showId)
  return made
}

/** No announcement: how many are in goes out with the next tick. */
export const enterDraw: Command<'draw:enter'> = (ports, sender, { activityId, requestId }) =>
  enterActivity(ports, sender, { activityId, kind: 'draw', entry: {}, requestId })

export const claimPrize: Command<'draw:claim'> = async ({ store, rooms }, { person, showId }, input) => {
  const { activityId, contact, language } = input
  const asked = { showId, activityId, contact, viewerId: person.viewerId, ...(language && { language }) }
  const outcome = await store.change(claimWin, asked)
  if (outcome.ok) rooms.announce(showId)
  return outcome
}
