/** The shop's web server: which address shows or does what. */
import { fileURLToPath } from 'node:url'
import express from 'express'
import type { ErrorRequestHandler, Express, Request, Response } from 'express'
import { z } from 'zod'
import type { Book } from './book.ts'
import { publicCatalogue } from './catalogue.ts'
import type { Catalogue } from './catalogue.ts'
import { renderCheckout } from './checkoutPage.ts'
import type { Handoff, HandoffReader } from './handoff.ts'
import { type NewsDesk, serveNews } from './newsRoutes.ts'
import { renderNotice, renderShelf, renderThanks } from './otherPages.ts'
import type { Checkout } from './records.ts'
import { localeFromHeader } from './languages.ts'
import type { Locale, Notice } from './words.ts'

export interface Shop {
  catalogue: Catalogue
  book: Book
  handoffs: HandoffReader
  desk: NewsDesk
  now: () => number
  log: (line: string) => void
}

interface Refusal {
  notice: Notice
  returnUrl: string | null
}

const STATUS: Record<Notice, number> = {
  malformed: 400,
  forged: 401,
  expired: 410,
  unreachable: 503,
  notFound: 404,
  broken: 500,
}
const Token = z.string().min(1).max(8000)
const PayForm = z.object({ tool: z.enum(['late', 'twice']).optional() })
const PUBLIC = fileURLToPath(new URL('./public', import.meta.url))
const PICTURES = fileURLToPath(new URL('./pictures', import.meta.url))

/** Where a form may lead: cancelling goes back to the show, which lives elsewhere. */
function securityHeaders(res: Response, returnUrl: string | null = null): void {
  const targets = returnUrl ? `'self' ${new URL(returnUrl).origin}` : "'self'"
  res.set({
    'Content-Security-Policy': `default-src 'self'; form-action ${targets}; base-uri 'none'; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  })
}

function localeOf(req: Request, checkout: Pick<Checkout, 'locale'> | null = null): Locale {
  return checkout?.locale ?? localeFromHeader(req.headers['accept-language'])
}

function sendNotice(req: Request, res: Response, { notice, returnUrl }: Refusal): void {
  const status = STATUS[notice]
  res.status(status).send(renderNotice({ notice, returnUrl, locale: localeOf(req) }))
}

const notFound = { notice: 'notFound', returnUrl: null } as const

type Arrival = { ok: true; value: Checkout } | { ok: false; refusal: Refusal }

/** A link that ran out still leads to the checkout it opened in time; it never opens a new one. */
async function arrive({ handoffs, book }: Shop, token: unknown): Promise<Arrival> {
  const parsed = Token.safeParse(token)
  if (!parsed.success) return { ok: false, refusal: { notice: 'malformed', returnUrl: null } }
  const outcome = await handoffs.read(parsed.data)
  if (outcome.ok) return { ok: true, value: await book.open(outcome.value) }

  const late: Handoff | null = outcome.code === 'expired' ? outcome.value : null
  const known = late && book.checkoutOfHold(late.holdId)
  if (known) return { ok: true, value: known }
  return { ok: false, refusal: { notice: outcome.code, returnUrl: late?.returnUrl ?? null } }
}

function servePages(app: Express, shop: Shop): void {
  const { book, catalogue, now } = shop

  app.get('/', (req, res) => {
    res.send(renderShelf(catalogue, localeOf(req)))
  })
  app.get('/handoff', async (req, res) => {
    const arrival = await arrive(shop, req.query['token'])
    if (!arrival.ok) return sendNotice(req, res, arrival.refusal)
    res.redirect(303, `/checkout/${arrival.value.id}`)
  })
  app.get('/checkout/:id', (req, res) => {
    const checkout = book.checkout(req.params.id)
    if (!checkout) return sendNotice(req, res, notFound)
    securityHeaders(res, checkout.returnUrl)
    const order = book.orderOfCheckout(checkout.id)
    res.send(renderCheckout({ catalogue, checkout, order, locale: localeOf(req, checkout), now: now() }))
  })
  app.get('/orders/:id', (req, res) => {
    const order = book.order(req.params.id)
    if (!order) return sendNotice(req, res, notFound)
    const checkout = book.checkout(order.checkoutId)
    const returnUrl = checkout?.returnUrl ?? null
    res.send(renderThanks({ catalogue, order, returnUrl, locale: localeOf(req, checkout) }))
  })
}

function serveForms(app: Express, { book }: Shop): void {
  const form = express.urlencoded({ extended: false, limit: '4kb' })

  app.post('/checkout/:id/pay', form, async (req, res) => {
    const checkout = book.checkout(req.params['id'] ?? '')
    if (!checkout) return sendNotice(req, res, notFound)
    const { tool } = PayForm.safeParse(req.body ?? {}).data ?? {}
    const order = tool === 'twice' ? await book.payTwice(checkout) : await book.pay(checkout)
    res.redirect(303, `/orders/${order.orderId}`)
  })
  app.post('/checkout/:id/cancel', async (req, res) => {
    const checkout = book.checkout(req.params['id'] ?? '')
    if (!checkout) return sendNotice(req, res, notFound)
    await book.cancel(checkout)
    const paid = book.orderOfCheckout(checkout.id)
    if (paid) return res.redirect(303, `/orders/${paid.orderId}`)
    res.redirect(303, checkout.returnUrl ?? `/checkout/${checkout.id}`)
  })
}

function serveData(app: Express, shop: Shop): void {
  const { book, catalogue } = shop

  app.get('/healthz', (_req, res) => {
    res.json({ ok: true })
  })
  app.get('/products.json', (_req, res) => {
    res.set('Access-Control-Allow-Origin', '*').json(publicCatalogue(catalogue))
  })
  app.post('/api/pay', express.json({ limit: '16kb' }), async (req, res) => {
    const body: unknown = req.body
    const token = body !== null && typeof body === 'object' && 'token' in body ? body.token : null
    const arrival = await arrive(shop, token)
    if (!arrival.ok) {
      const { notice } = arrival.refusal
      return res.status(STATUS[notice]).json({ error: notice })
    }
    const { orderId, amountMinor } = await book.pay(arrival.value)
    res.json({ orderId, amountMinor })
  })
  app.get('/api/orders', (_req, res) => {
    const orders = book.orders().map((order) => ({
      orderId: order.orderId,
      holdId: order.holdId,
      amountMinor: order.amountMinor,
      currency: order.currency,
      items: order.items,
      at: order.at,
      via: order.via,
      attribution: order.attribution,
      pickup: order.pickup,
    }))
    res.json(orders)
  })
}

function serveFiles(app: Express): void {
  const shared = { maxAge: '1h', index: false } as const
  app.use(
    '/pictures',
    express.static(PICTURES, {
      ...shared,
      setHeaders: (res) => {
        res.setHeader('Access-Control-Allow-Origin', '*')
        res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
        res.setHeader('Cache-Control', 'public, max-age=3600')
      },
    }),
  )
  app.use(express.static(PUBLIC, { ...shared, setHeaders: (res) => res.setHeader('Cache-Control', 'no-cache') }))
}

function isBadRequest(error: unknown): boolean {
  const status = error instanceof Error && 'status' in error ? error.status : 500
  return typeof status === 'number' && status >= 400 && status < 500
}

export function createApp(shop: Shop): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use((_req, res, next) => {
    securityHeaders(res)
    next()
  })
  serveFiles(app)
  serveData(app, shop)
  servePages(app, shop)
  serveForms(app, shop)
  serveNews(app, shop.desk)
  app.use((req, res) => sendNotice(req, res, notFound))

  // eslint-disable-next-line max-params -- express knows an error handler by its four parameters
  const onError: ErrorRequestHandler = (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error)
    if (isBadRequest(error)) return sendNotice(req, res, { notice: 'malformed', returnUrl: null })
    shop.log(`${req.method} ${req.path} failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`)
    sendNotice(req, res, { notice: 'broken', returnUrl: null })
  }
  app.use(onError)
  return app
}
