// What the studio's page about groups fetches and asks for.
import { GroupId, PointId, SaveGroup, SavePoint } from '@lantern/shared/contract/groups.ts'
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import { type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { AT_THE_DESK, ROLES } from '@lantern/shared/contract/roles.ts'
import { type Request, type RequestHandler, Router } from 'express'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'
import { staffCookiesOf } from './visit.ts'

type Act = (req: Request, staffId: StaffId) => Promise<Outcome<object | null>>

export function createGroupsApi({ identity, groups }: Pick<HttpNeeds, 'identity' | 'groups'>): Router {
  const routes = Router()
  const by =
    (roles: readonly string[], act: Act): RequestHandler =>
    async (req, res) => {
      const who = await identity.staffFromCookie(staffCookiesOf(req))
      if (!who.ok) return sendRefusal(res, who)
      if (!roles.includes(who.value.role)) return sendRefusal(res, refuse('NOT_ALLOWED'))
      const done = await act(req, who.value.id)
      if (!done.ok) return sendRefusal(res, done)
      res.json(done.value ?? {})
    }

  routes.get(
    '/',
    by(ROLES, async () => ({ ok: true, value: await groups.board() })),
  )
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
  routes.post(
    '/:id/delete',
    by(AT_THE_DESK, async (req, staffId) => {
      const id = GroupId.safeParse(req.params['id'])
      return id.success ? groups.remove(id.data, staffId) : refuse('BAD_INPUT')
    }),
  )
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
