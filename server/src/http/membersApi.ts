// What a member's page asks about them, by the viewer's cookie, and what the studio's page about members fetches and changes.
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { MembersQuery, SaveTiers } from '@lantern/shared/contract/members.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { AT_THE_DESK, ROLES } from '@lantern/shared/contract/roles.ts'
import { Router } from 'express'
import { type Act, byStaff } from './byStaff.ts'
import type { HttpNeeds } from './ports.ts'
import { browserOf } from './visit.ts'

type Needs = Pick<HttpNeeds, 'identity' | 'members' | 'checkout'>

const actsOf = ({ members, checkout }: Needs) => {
  const carriesPrice = () => checkout.answers.price !== 'none'
  const list: Act = async ({ query }) => {
    const asked = MembersQuery.safeParse(query)
    return asked.success ? { ok: true, value: { members: await members.list(asked.data) } } : refuse('BAD_INPUT')
  }
  const tiers: Act = async () => ({ ok: true, value: { tiers: await members.tiers(), carriesPrice: carriesPrice() } })
  const save: Act = async ({ body }, staffId) => {
    const asked = SaveTiers.safeParse(body)
    if (!asked.success) return refuse('BAD_INPUT')
    // Names and order may be kept all the same.
    const isPriced = asked.data.tiers.some(({ percent }) => percent !== null)
    if (isPriced && !carriesPrice()) return refuse('PRICE_NOT_CARRIED')
    return { ok: true, value: await members.saveTiers(asked.data.tiers, staffId) }
  }
  return { list, tiers, save }
}

export function createMembersApi(needs: Needs): Router {
  const { identity, members, checkout } = needs
  const acts = actsOf(needs)
  const by = byStaff(needs)
  const routes = Router()
  routes.get('/', by(AT_THE_DESK, acts.list))
  routes.get('/tiers', by(ROLES, acts.tiers))
  routes.post('/tiers', by(AT_THE_DESK, acts.save))
  routes.get('/own/:show', async (req, res) => {
    const showId = ShowId.safeParse(req.params.show)
    const viewer = identity.viewerFromCookie(browserOf(req))
    const isKnown = showId.success && viewer !== null
    const member = isKnown ? await members.own({ showId: showId.data, viewerId: viewer.viewerId }) : null
    res.json({ member: member && { ...member, off: checkout.answers.price === 'none' ? null : member.off } })
  })
  return routes
}
