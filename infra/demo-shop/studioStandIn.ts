/** A small studio for the shop's tests: publishes keys, signs hand-offs, checks and keeps the webhooks it is sent. */
import { EventEmitter, once } from 'node:events'
import { createServer } from 'node:http'
import express from 'express'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { JWTPayload } from 'jose'
import { Webhook } from 'standardwebhooks'
import { z } from 'zod'

export const WEBHOOK_SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, ok').toString('base64')}`

const Received = z.object({
  type: z.string(),
  timestamp: z.iso.datetime(),
  data: z.looseObject({ holdId: z.string().optional() }),
})
export type Received = z.infer<typeof Received> & { webhookId: string; path: string }

export interface StudioStandIn {
  url: string
  received: Received[]
  /** The webhook-id of every attempt, the refused ones included. */
  attempts: string[]
  /** How often the key set was read. */
  keyReads: () => number
  /** The next so many webhooks are answered with this status. */
  refuseNext(times: number, status: number): void
  /** Replaces the key pair, as a studio does after its key was changed. */
  rotateKey(): Promise<void>
  sign(claims: JWTPayload): Promise<string>
  waitFor(count: number): Promise<Received[]>
  close(): Promise<void>
}

async function createKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' } }
}

export function handoffClaims(changes: JWTPayload = {}): JWTPayload {
  const now = Math.floor(Date.now() / 1000)
  return {
    iss: 'lantern',
    aud: 'demo-shop',
    jti: 'hold-1',
    iat: now,
    exp: now + 600,
    sub: 'viewer-1',
    show: 'autumn',
    items: [{ sku: 'LINEN-SAND-M', quantity: 1, unitPriceMinor: 12900, currency: 'CNY' }],
    attribution: { link: 'L7', sharer: 'kiki' },
    returnUrl: 'http://studio.example/s/autumn',
    locale: 'en',
    ...changes,
  }
}

interface Desk {
  key: Awaited<ReturnType<typeof createKey>>
  keyReads: number
  refusals: { times: number; status: number }
  received: StudioStandIn['received']
  attempts: string[]
  news: EventEmitter
}

function createStudioApp(desk: Desk) {
  const app = express()
  app.get('/.well-known/jwks.json', (_req, res) => {
    desk.keyReads++
    res.json({ keys: [desk.key.jwk] })
  })
  app.post('/api/shop/events/:endpoint', express.text({ type: '*/*' }), (req, res) => {
    const webhookId = req.get('webhook-id') ?? ''
    desk.attempts.push(webhookId)
    // A redirect leads to a page that answers 200, so that following it would look like success.
    if (desk.refusals.times-- > 0) return void res.location('/.well-known/jwks.json').sendStatus(desk.refusals.status)
    const headers = {
      'webhook-id': webhookId,
      'webhook-timestamp': req.get('webhook-timestamp') ?? '',
      'webhook-signature': req.get('webhook-signature') ?? '',
    }
    const body = Received.parse(new Webhook(WEBHOOK_SECRET).verify(String(req.body), headers))
    desk.received.push({ ...body, webhookId, path: req.path })
    res.sendStatus(204)
    desk.news.emit('received')
  })
  return app
}

export async function startStudio(): Promise<StudioStandIn> {
  const desk: Desk = {
    key: await createKey('key-1'),
    keyReads: 0,
    refusals: { times: 0, status: 500 },
    received: [],
    attempts: [],
    news: new EventEmitter(),
  }
  const server = createServer(createStudioApp(desk))
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  return {
    url: `http://127.0.0.1:${port}`,
    received: desk.received,
    attempts: desk.attempts,
    keyReads: () => desk.keyReads,
    refuseNext: (times, status) => void (desk.refusals = { times, status }),
    async rotateKey() {
      desk.key = await createKey(`${desk.key.kid}+`)
    },
    sign: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: desk.key.kid, typ: 'JWT' }).sign(desk.key.privateKey),
    async waitFor(count) {
      while (desk.received.length < count) await once(desk.news, 'received')
      return desk.received
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
