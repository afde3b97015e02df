// The shop's page in the studio: what it can do, a try of its settings, and the import of its products.
import type { Role } from '@lantern/shared/contract/commands.ts'
import { ImportQuery } from '@lantern/shared/contract/catalogue.ts'
import { RunTrip, SetKeys, ShopKindName, UseShop } from '@lantern/shared/contract/connections.ts'
import { type FileProblems, MOST_FILE_BYTES, ProductFileQuery } from '@lantern/shared/contract/productFile.ts'
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import { type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { AT_THE_DESK } from '@lantern/shared/contract/roles.ts'
import { ActOnFailure, DecidePayment } from '@lantern/shared/contract/shopActs.ts'
import express, { type RequestHandler, Router } from 'express'
import type { z } from 'zod'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'
import { createShopChanges } from './shopChanges.ts'
import { staffCookiesOf } from './visit.ts'

const EVERYONE: readonly Role[] = ['owner', 'host', 'assistant', 'moderator']
const OWNER: readonly Role[] = ['owner']

/** Of connecting a shop: the owner's alone. */
function connectRoutes(routes: Router, owner: RequestHandler, { connections }: HttpNeeds): void {
  routes.get('/connections', owner, async (_req, res) => {
    res.json(await connections.read())
  })
  routes.get('/recipe/:kind', owner, async (req, res) => {
    const kind = ShopKindName.safeParse(req.params['kind'])
    const recipe = kind.success ? await connections.recipe(kind.data) : refuse('BAD_INPUT')
    if (!recipe.ok) return sendRefusal(res, recipe)
    res.json(recipe.value)
  })
  routes.post('/keys', owner, async (req, res) => {
    const input = SetKeys.safeParse(req.body)
    const kept = input.success ? await connections.setKeys(input.data) : refuse('BAD_INPUT')
    if (!kept.ok) return sendRefusal(res, kept)
    res.json(kept.value)
  })
  routes.post('/trip', owner, async (req, res) => {
    const input = RunTrip.safeParse(req.body)
    if (!input.success) return sendRefusal(res, refuse('BAD_INPUT'))
    res.json(await connections.runTrip(input.data.kind))
  })
  routes.post('/use', owner, async (req, res) => {
    const input = UseShop.safeParse(req.body)
    const used = input.success ? await connections.use(input.data.kind) : refuse('BAD_INPUT')
    if (!used.ok) return sendRefusal(res, used)
    res.json(used.value)
  })
}

/** What came from the shop. */
function messageRoutes(routes: Router, everyone: RequestHandler, { webhooks }: HttpNeeds): void {
  routes.get('/refused', everyone, async (_req, res) => {
    res.json({ refused: await webhooks.readRefused() })
  })
  routes.get('/messages', everyone, async (_req, res) => {
    res.json(await webhooks.readMessages())
  })
}

/** What they do about a buyer who could not leave, and about a payment that differs. */
function actRoutes(routes: Router, { identity, shopAdmin: { acts } }: HttpNeeds): void {
  const answer =
    <Input>(schema: z.ZodType<Input>, act: (input: Input, by: StaffId) => Promise<Outcome<null>>): RequestHandler =>
    async (req, res) => {
      const who = await identity.staffFromCookie(staffCookiesOf(req))
      if (!who.ok) return sendRefusal(res, who)
      if (!AT_THE_DESK.some((role) => role === who.value.role)) return sendRefusal(res, refuse('NOT_ALLOWED'))
      const input = schema.safeParse(req.body)
      const done = input.success ? await act(input.data, who.value.id) : refuse('BAD_INPUT')
      if (!done.ok) return sendRefusal(res, done)
      res.json({})
    }
  routes.post('/failed', answer(ActOnFailure, acts.act))
  routes.post('/decide', answer(DecidePayment, acts.decide))
}

const file = express.raw({ type: 'text/csv', limit: MOST_FILE_BYTES })
const isTooLarge = (error: unknown) => error instanceof Error && 'status' in error && error.status === 413

/** One that is too large is told like whatever else is wrong with a file. */
const takeFile: RequestHandler = (req, res, next) =>
  file(req, res, (error?: unknown) => {
    if (!isTooLarge(error)) return next(error)
    const detail: FileProblems = { problems: [{ line: 1, column: null, why: 'tooLarge', got: null }], more: 0 }
    sendRefusal(res, refuse('FILE_REFUSED', { detail }))
  })

export function createShopApi(needs: HttpNeeds): Router {
  const { identity, shopAdmin } = needs
  const routes = Router()
  const only =
    (roles: readonly Role[]): RequestHandler =>
    async (req, res, next) => {
      const who = await identity.staffFromCookie(staffCookiesOf(req))
      if (who.ok && roles.includes(who.value.role)) return next()
      sendRefusal(res, who.ok ? refuse('NOT_ALLOWED') : who)
    }

  routes.get('/', only(EVERYONE), async (_req, res) => {
    res.json(await shopAdmin.status())
  })
  routes.get('/short', only(EVERYONE), async (_req, res) => {
    const [short, failed] = await Promise.all([shopAdmin.readShortfalls(), shopAdmin.readFailures()])
    res.json({ short, failed })
  })
  messageRoutes(routes, only(EVERYONE), needs)
  connectRoutes(routes, only(OWNER), needs)
  actRoutes(routes, needs)
  routes.post('/test', only(OWNER), async (_req, res) => {
    const tested = await shopAdmin.test()
    if (!tested.ok) return sendRefusal(res, tested)
    res.json({})
  })
  for (const what of ['preview', 'import'] as const)
    routes.post(`/${what}`, only(OWNER), async (req, res) => {
      const query = ImportQuery.safeParse(req.query)
      if (!query.success) return sendRefusal(res, refuse('BAD_INPUT'))
      const report = await (what === 'preview' ? shopAdmin.preview() : shopAdmin.import(query.data.agreed))
      if (!report.ok) return sendRefusal(res, report)
      res.json(report.value)
    })
  routes.use('/changes', createShopChanges(needs, { everyone: only(EVERYONE), owner: only(OWNER) }))
  for (const what of ['preview', 'import'] as const)
    routes.post(`/csv/${what}`, only(OWNER), takeFile, async (req, res) => {
      const query = ProductFileQuery.safeParse(req.query)
      const bytes: unknown = req.body
      if (!query.success || !Buffer.isBuffer(bytes)) return sendRefusal(res, refuse('BAD_INPUT'))
      const { currency } = query.data
      const report = await shopAdmin[what === 'preview' ? 'previewFile' : 'importFile']({ bytes, currency })
      if (!report.ok) return sendRefusal(res, report)
      res.json(report.value)
    })
  return routes
}
