// Job by which a leader says that all is at the pick-up point: buyers of the show are told, once.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { type Changed, changedIn, unchanged } from '../../database/changed.ts'
import type { Job } from '../../database/database.ts'
import { appendEvent } from '../../events/append.ts'
import { BOUGHT, holdsOfGroup } from './cameOf.ts'
import { type EnterRefusal, enterPage, type FromPhone } from './enterPage.ts'
import { within } from './tables.ts'

interface Arriving extends FromPhone {
  readonly showId: ShowId
}

/** Safe to repeat: said again it is the first time. */
export const arrive: Job<Arriving, Changed<Outcome<null, EnterRefusal | 'SHOW_NOT_FOUND'>>> = {
  name: 'groups.arrive',
  kind: 'write',
  async work(db, { showId, ...from }, context) {
    const shows = db.selectFrom('shows').select(['id', 'live_at']).where('id', '=', showId)
    const show = await context.words.lockRows(shows).executeTakeFirst()
    const group = await enterPage(db, from)
    if (!group.ok) return unchanged(group)
    const holds = await holdsOfGroup(db, group.value.id)
      .select(['holds.id', 'holds.viewer_id', 'holds.order_id'])
      .where('holds.show_id', '=', showId)
      .where('holds.state', 'in', BOUGHT)
      .orderBy('holds.id')
      .execute()
    if (show === undefined || holds.length === 0) return unchanged(refuse('SHOW_NOT_FOUND'))
    const said = within(db).selectFrom('pickup_arrivals').select('at').where('group_id', '=', group.value.id)
    if ((await said.where('show_id', '=', showId).executeTakeFirst()) !== undefined) return unchanged(grant(null))
    const at = await context.now()
    const told = new Set(holds.map(({ viewer_id }) => viewer_id)).size
    const orders = holds.map(({ id, order_id: orderId }) => ({ holdId: id, orderId }))
    const payload = { groupId: group.value.id, pointId: group.value.point_id, told, orders }
    await appendEvent(db, { show, actor: `leader:${group.value.id}`, type: 'group:arrived', payload }, context)
    await within(db)
      .insertInto('pickup_arrivals')
      .values({ group_id: group.value.id, show_id: showId, at, told })
      .execute()
    return changedIn(grant(null), showId)
  },
}
