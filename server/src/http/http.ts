// The web server's routes put together: operators first, then machines, pages and files.
import express, { type Express } from 'express'
import { createApi } from './api.ts'
import { createFiles } from './files.ts'
import { createHandoffRoute } from './handoffRoute.ts'
import { createOps } from './ops.ts'
import { createPages } from './pages.ts'
import type { HttpNeeds } from './ports.ts'
import { createPreviews } from './previews.ts'
import { answerErrors, notFound } from './refusals.ts'
import { createContentPolicy, securityHeaders } from './security.ts'
import { createVerification } from './verification.ts'
import { refuseOtherHosts } from './visit.ts'
import { createTellRefused } from './webhookRefusals.ts'
import { createWebhooks, tellWrongHost, WEBHOOKS_PATH } from './webhooks.ts'

export type { HttpNeeds } from './ports.ts'

export function createHttp(needs: HttpNeeds): Express {
  const { config, log } = needs
  const policy = createContentPolicy({
    allowedOrigins: config.allowedOrigins,
    nodeUrls: needs.nodeUrls ?? (() => []),
  })
  const pages = createPages(needs, policy)
  const tell = createTellRefused(needs)
  const app = express()

  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)
  app.set('query parser', 'simple')
  app.use(refuseOtherHosts(needs.identity.isServedHost, tellWrongHost(tell)))
  app.use(securityHeaders(policy, config.publicUrl?.startsWith('https:') ?? false))
  app.use(createOps(needs))
  app.use(WEBHOOKS_PATH, createWebhooks(needs, tell))
  app.use('/api', createApi(needs))
  app.use(createHandoffRoute(needs, pages))
  app.use(createFiles({ dataDir: config.dataDir, pagesDir: needs.pagesDir }))
  app.use(createPreviews({ store: needs.store, clock: needs.clock, dataDir: config.dataDir }))
  app.use(pages.routes)
  // Last: a file of that name hides no page.
  app.use(createVerification(config.dataDir))
  app.use(notFound)
  app.use(answerErrors(log))
  return app
}
