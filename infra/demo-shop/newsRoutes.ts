/** The addresses between shop and studio beside the checkout: the studio's webhooks in, refunds and stock out, mischief. */
import express from 'express'
import type { Express, Request, Response } from 'express'
import { z } from 'zod'
import type { Book } from './book.ts'
import type { Mischief } from './mischief.ts'
import { MischiefOrder } from './mischief.ts'
import type { NewsBook } from './news.ts'
import { renderNews } from './newsPage.ts'
import { localeFromHeader } from './languages.ts'

export interface NewsDesk {
  book: Book
  news: NewsBook
  mischief: Mischief
  /** Whether strangers may tell the shop to misbehave. */
  mayMisbehave: boolean
}

const StockForm = z.object({
  sku: z.string().min(1).max(200),
  available: z.coerce.number().int().min(0).max(1_000_000),
})
const STATUS = { taken: 204, forged: 401, malformed: 400 } as const
const RETRY_AFTER_S = '1'

/** True: the request has had its answer, or will never have one. */
function misbehave(mischief: Mischief, res: Response): boolean {
  if (mischief.isDue('fail')) res.sendStatus(500)
  else if (mischief.isDue('throttle')) res.set('Retry-After', RETRY_AFTER_S).sendStatus(429)
  else if (mischief.isDue('reset')) res.socket?.destroy()
  else return mischief.isDue('hang')
  return true
}

function headersOf(req: Request): Record<string, string> {
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature']
  return Object.fromEntries(names.map((name) => [name, req.get(name) ?? '']))
}

function serveWebhooks(app: Express, { news, mischief }: NewsDesk): void {
  app.post('/hooks/studio', express.text({ type: () => true, limit: '256kb' }), async (req, res) => {
    if (misbehave(mischief, res)) return
    const body: unknown = req.body
    res.sendStatus(STATUS[await news.take(typeof body === 'string' ? body : '', headersOf(req))])
  })
  app.get('/api/news', (_req, res) => {
    res.json(news.all())
  })
}

function serveDesk(app: Express, { book, news }: NewsDesk): void {
  const form = express.urlencoded({ extended: false, limit: '4kb' })
  app.get('/desk', (req, res) => {
    res.send(
      renderNews({ orders: book.orders(), news: news.all(), locale: localeFromHeader(req.get('accept-language')) }),
    )
  })
  app.post('/desk/orders/:id/refund', async (req, res) => {
    const order = book.order(req.params.id)
    if (order) await book.refund(order)
    res.redirect(303, '/desk')
  })
  app.post('/desk/stock', form, async (req, res) => {
    const stock = StockForm.safeParse(req.body ?? {})
    if (!stock.success) return void res.sendStatus(400)
    await book.tellStock(stock.data)
    res.redirect(303, '/desk')
  })
}

function serveMischief(app: Express, { mischief }: NewsDesk): void {
  app.post('/api/misbehave', express.json({ limit: '4kb' }), (req, res) => {
    const order = MischiefOrder.safeParse(req.body)
    if (!order.success) return void res.sendStatus(400)
    mischief.command(order.data)
    res.sendStatus(204)
  })
}

export function serveNews(app: Express, desk: NewsDesk): void {
  serveWebhooks(app, desk)
  serveDesk(app, desk)
  if (desk.mayMisbehave) serveMischief(app, desk)
}
