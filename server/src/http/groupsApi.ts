// What the studio's page about groups fetches and asks for.
import {
  GroupId,
  PackingQuery,
  PointId,
  SaveGroup,
  SaveGroupPrices,
  SavePoint,
} from '@lantern/shared/contract/groups.ts'
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import { type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { AT_THE_DESK, ROLES } from '@lantern/shared/contract/roles.ts'
import { type RequestHandler, Router } from 'express'
import { shareAddresses } from './links.ts'
import { type Act, byStaff } from './byStaff.ts'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'
import { staffCookiesOf } from './visit.ts'

type Needs = Pick<HttpNeeds, 'identity' | 'groups' | 'config' | 'ports' | 'checkout'>

/** With its address as phones reach it, whatever address staff opened the studio by. */
const withAddress =
  ({ groups, config, ports }: Needs) =>
  async (id: GroupId, staffId: StaffId): Promise<Outcome<object>> => {
    const made = await groups.leaders.make(id, staffId)
    if (!made.ok) return made
    const [base = ''] = shareAddresses(config, ports?.() ?? config)
    return { ok: true, value: { ...made.value, url: `${base}/g/${made.value.code}` } }
  }

const actsOnPage = (needs: Needs) =>
  [
    ['/:id/leader', withAddress(needs)],
    ['/:id/leader/void', needs.groups.leaders.makeVoid],
    ['/:id/leader/pass', needs.groups.leaders.pass],
  ] as const

const carriesPrice = ({ checkout }: Pick<Needs, 'checkout'>) => checkout.answers.price !== 'none'

const boardOf =
  (needs: Needs): Act =>
  async () => ({
    ok: true,
    value: { ...(await needs.groups.board()), carriesPrice: carriesPrice(needs) },
  })

const pricesOf =
  (needs: Needs): Act =>
  async (req, staffId) => {
    const [id, list] = [GroupId.safeParse(req.params['id']), SaveGroupPrices.safeParse(req.body)]
    if (!id.success || !list.success) return refuse('BAD_INPUT')
    // A list may be taken away all the same.
    if (list.data.off !== null && !carriesPrice(needs)) return refuse('PRICE_NOT_CARRIED')
    return needs.groups.savePrices(id.data, list.data, staffId)
  }

const packingOf =
  ({ identity, groups }: Needs): RequestHandler =>
  async (req, res) => {
    const who = await identity.staffFromCookie(staffCookiesOf(req))
    if (!who.ok) return sendRefusal(res, who)
    const asked = PackingQuery.safeParse(req.query)
    if (!asked.success) return sendRefusal(res, refuse('BAD_INPUT'))
    const { inShow, ofGroup = null, atPoint = null, language } = asked.data
    const file = await groups.packing({ showId: inShow, groupId: ofGroup, pointId: atPoint, locale: language })
    res
      .set('Content-Disposition', `attachment; filename="packing-${inShow}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(file)
  }

export function createGroupsApi(needs: Needs): Router {
  const { groups } = needs
  const routes = Router()
  const by = byStaff(needs)

  routes.get('/', by(ROLES, boardOf(needs)))
  routes.get('/packing.csv', packingOf(needs))
  routes.post(
    '/points/:id',
    by(AT_THE_DESK, async (req, staffId) => {
      const [id, point] = [PointId.safeParse(req.params['id']), SavePoint.safeParse(req.body)]
      if (!id.success || !point.success) return refuse('BAD_INPUT')
      return groups.savePoint(id.data, point.data, staffId)
    }),
  )
  routes.get(
    '/:id/shows',
    by(ROLES, async (req) => {
      const id = GroupId.safeParse(req.params['id'])
      return id.success ? { ok: true, value: await groups.shows(id.data) } : refuse('BAD_INPUT')
    }),
  )
  const ofGroup = (act: (id: GroupId, staffId: StaffId) => Promise<Outcome<object | null>>) =>
    by(AT_THE_DESK, async (req, staffId) => {
      const id = GroupId.safeParse(req.params['id'])
      return id.success ? act(id.data, staffId) : refuse('BAD_INPUT')
    })
  for (const [path, act] of actsOnPage(needs)) routes.post(path, ofGroup(act))
  routes.post('/:id/delete', ofGroup(groups.remove))
  routes.post('/:id/prices', by(AT_THE_DESK, pricesOf(needs)))
  routes.post(
    '/:id',
    by(AT_THE_DESK, async (req, staffId) => {
      const [id, group] = [GroupId.safeParse(req.params['id']), SaveGroup.safeParse(req.body)]
      if (!id.success || !group.success) return refuse('BAD_INPUT')
      return groups.save(id.data, group.data, staffId)
    }),
  )
  return routes
}
