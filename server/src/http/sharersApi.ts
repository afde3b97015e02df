// What the studio's page about sharers fetches and asks for.
import { type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { AT_THE_DESK, type Role } from '@lantern/shared/contract/roles.ts'
import { BoardQuery, SharersStatementQuery, TreeQuery } from '@lantern/shared/contract/sharerPage.ts'
import { SharerId } from '@lantern/shared/contract/sharing.ts'
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import { shareAddresses } from './links.ts'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'
import { sendStatement } from './statements.ts'
import { staffCookiesOf } from './visit.ts'

type Needs = Pick<HttpNeeds, 'identity' | 'sharers' | 'config' | 'ports'>

/** Whoever has the address of a page can have its money shown to them: like ending a sharer, it is the owner's alone. */
const OWNER = ['owner'] as const

interface Asking {
  readonly req: Request
  readonly res: Response
  readonly from: readonly Role[]
}

/** Who of the staff asks, if they may; else it has answered. */
async function enter({ identity }: Needs, { req, res, from }: Asking): Promise<StaffId | null> {
  const who = await identity.staffFromCookie(staffCookiesOf(req))
  const may = who.ok && from.some((role) => role === who.value.role)
  if (who.ok && may) return who.value.id
  sendRefusal(res, who.ok ? refuse('NOT_ALLOWED') : who)
  return null
}

/** With its address as phones reach it, whatever address staff opened the studio by. */
const pageUrl =
  ({ sharers, config, ports }: Needs) =>
  async (id: SharerId): Promise<Outcome<object>> => {
    const found = await sharers.find(id)
    if (!found.ok) return found
    const [base = ''] = shareAddresses(config, ports?.() ?? config)
    return { ok: true, value: { url: `${base}/my/${found.value}` } }
  }

export function createSharersApi(needs: Needs): Router {
  const { sharers } = needs
  const routes = Router()
  const answer =
    (
      act: (req: Request, staffId: StaffId) => Promise<Outcome<object | null>>,
      from: readonly Role[] = AT_THE_DESK,
    ): RequestHandler =>
    async (req, res) => {
      const staffId = await enter(needs, { req, res, from })
      if (staffId === null) return
      const done = await act(req, staffId)
      if (!done.ok) return sendRefusal(res, done)
      res.json(done.value ?? {})
    }
  const ofSharer = (act: (id: SharerId, staffId: StaffId) => Promise<Outcome<object | null>>) =>
    answer(async (req, staffId) => {
      const id = SharerId.safeParse(req.params['id'])
      return id.success ? act(id.data, staffId) : refuse('SHARER_PAGE_GONE')
    }, OWNER)

  routes.get(
    '/',
    answer(async () => ({ ok: true, value: await sharers.list() })),
  )
  routes.get(
    '/board',
    answer(async (req) => {
      const query = BoardQuery.safeParse(req.query)
      return query.success ? sharers.staffBoard(query.data) : refuse('BAD_INPUT')
    }),
  )
  routes.get(
    '/order',
    answer(async (req) => {
      const query = TreeQuery.safeParse(req.query)
      return query.success ? sharers.tree(query.data.id) : refuse('BAD_INPUT')
    }),
  )
  routes.get('/statement.csv', async (req, res) => {
    if ((await enter(needs, { req, res, from: AT_THE_DESK })) === null) return
    const query = SharersStatementQuery.safeParse(req.query)
    if (!query.success) return sendRefusal(res, refuse('BAD_INPUT'))
    sendStatement(res, await sharers.staffStatement(query.data), query.data.month)
  })
  routes.post('/:id/page', ofSharer(pageUrl(needs)))
  routes.post('/:id/page/void', ofSharer(sharers.makeVoid))
  routes.post('/:id/page/pass', ofSharer(sharers.pass))
  return routes
}
