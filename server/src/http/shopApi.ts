// The shop's page in the studio: what it can do, a try of its settings, and the import of its products.
import type { Role } from '@lantern/shared/contract/commands.ts'
import { ImportQuery } from '@lantern/shared/contract/catalogue.ts'
import { MOST_FILE_BYTES, ProductFileQuery } from '@lantern/shared/contract/productFile.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import express, { type RequestHandler, Router } from 'express'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'
import { createShopChanges } from './shopChanges.ts'
import { staffCookiesOf } from './visit.ts'

const EVERYONE: readonly Role[] = ['owner', 'host', 'assistant', 'moderator']
const OWNER: readonly Role[] = ['owner']

export function createShopApi({ identity, webhooks, shopAdmin }: HttpNeeds): Router {
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
  routes.get('/refused', only(EVERYONE), async (_req, res) => {
    res.json({ refused: await webhooks.readRefused() })
  })
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
  routes.use('/changes', createShopChanges({ shopAdmin }, { everyone: only(EVERYONE), owner: only(OWNER) }))
  const file = express.raw({ type: 'text/csv', limit: MOST_FILE_BYTES })
  for (const what of ['preview', 'import'] as const)
    routes.post(`/csv/${what}`, only(OWNER), file, async (req, res) => {
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
