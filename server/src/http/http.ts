// The web server's routes put together: operators first, then machines, pages and files.
import type { RequestListener } from 'node:http'
import express, { type Express } from 'express'
import { createVisitOf } from '../identity/visited.ts'
import { createApi } from './api.ts'
import { createDrawnOnce } from './drawnOnce.ts'
import { createFiles } from './files.ts'
import { createFront } from './front.ts'
import { createHandoffRoute } from './handoffRoute.ts'
import { createOps } from './ops.ts'
import { createPages, type Pages } from './pages.ts'
import type { HttpNeeds } from './ports.ts'
import { createPreviews } from './previews.ts'
import { createPublished } from './published.ts'
import { answerErrors, notFound } from './refusals.ts'
import {
  type ContentPolicy,
  createContentPolicy,
  type Header,
  listSecurityHeaders,
  setSecurityHeaders,
} from './security.ts'
import { createShareLinks } from './shareLinks.ts'
import { createVerification } from './verification.ts'
import { refuseOtherHosts } from './visit.ts'
import { createTellRefused } from './webhookRefusals.ts'
import { createWebhooks, tellWrongHost, WEBHOOKS_PATH } from './webhooks.ts'

export type { HttpNeeds } from './ports.ts'

export interface Web {
  /** What listens. */
  readonly handle: RequestListener
  /** Behind the front, with every route there is. */
  readonly routes: Express
}

interface Parts {
  readonly pages: Pages
  readonly policy: ContentPolicy
  readonly headers: readonly Header[]
}

function createRoutes(needs: HttpNeeds, { pages, policy, headers }: Parts): Express {
  const { config, log } = needs
  const tell = createTellRefused(needs)
  const pictures = { store: needs.store, dataDir: config.dataDir, drawnOnce: createDrawnOnce() }
  const app = express()

  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)
  app.set('query parser', 'simple')
  app.use(refuseOtherHosts(needs.identity.isServedHost, tellWrongHost(tell)))
  app.use(setSecurityHeaders(headers, policy))
  app.use(createOps(needs))
  app.use(WEBHOOKS_PATH, createWebhooks(needs, tell))
  app.use('/api', createApi(needs))
  app.use(createHandoffRoute(needs, pages))
  app.use(createFiles({ dataDir: config.dataDir, pagesDir: needs.pagesDir }))
  app.use(createPreviews({ ...pictures, clock: needs.clock }))
  app.use(createPublished(needs))
  app.use(createShareLinks({ ...needs, ...pictures, drawnOnce: createDrawnOnce() }, pages.sendLostViewer))
  app.use(pages.routes)
  // Last: a file of that name hides no page.
  app.use(createVerification(config.dataDir))
  app.use(notFound)
  app.use(answerErrors(log))
  return app
}

export function createHttp(needs: HttpNeeds): Web {
  const { config, identity } = needs
  const policy = createContentPolicy({
    allowedOrigins: config.allowedOrigins,
    nodeUrls: needs.nodeUrls ?? (() => []),
  })
  const headers = listSecurityHeaders(config.publicUrl?.startsWith('https:') ?? false)
  const pages = createPages(needs, policy, headers)
  const routes = createRoutes(needs, { pages, policy, headers })
  const handle = createFront({
    visitOf: createVisitOf(config.trustProxy),
    isServedHost: identity.isServedHost,
    answer: pages.answerShow,
    rest: routes,
  })
  return { handle, routes }
}
