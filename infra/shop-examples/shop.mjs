// The shop's side of the generic hand-off, on Node 20 and later, without packages.
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'

const {
  STUDIO_URL,
  ENDPOINT_ID = 'demo',
  SHOP_AUDIENCE,
  HANDOFF_SECRET,
  SHOP_WEBHOOK_SECRET,
  /** Of the shop's own staff; a real shop has a login. */
  STAFF_KEY,
  PORT = '8080',
} = process.env

/** Orders by hold. A real shop keeps them in its database, and what it has yet to tell beside them. */
const orders = new Map()

/** The claims of the link; null: it is not from the studio, is meant for somebody else, or its time is over. */
function readToken(token) {
  const [head, claims, signature, ...more] = token.split('.')
  if (signature === undefined || more.length > 0) return null
  const right = createHmac('sha256', HANDOFF_SECRET).update(`${head}.${claims}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  // Only now is it read: what it says of itself counts for nothing before.
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString())
  const { alg } = JSON.parse(Buffer.from(head, 'base64url').toString())
  const isOurs = alg === 'HS256' && said.iss === 'lantern' && said.aud === SHOP_AUDIENCE
  return isOurs && said.exp * 1000 > Date.now() ? said : null
}

/** Whole minor units, never floating point: 12900 is 129.00 in a currency with two decimals. */
function toPay({ items, discounts }) {
  const sum = (all, of) => all.reduce((total, each) => total + of(each), 0)
  return sum(items, (item) => item.quantity * item.unitPriceMinor) - sum(discounts, (off) => off.amountMinor)
}

/** Standard Webhooks 1.0. The same id until it was taken: it acts once. */
async function tell(type, data) {
  const id = `msg_${randomUUID()}`
  const at = new Date()
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data })
  for (let tries = 0; tries < 6; tries += 1) {
    const seconds = Math.floor(Date.now() / 1000)
    const key = Buffer.from(SHOP_WEBHOOK_SECRET.replace('whsec_', ''), 'base64')
    const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': `v1,${signature}`,
    }
    const url = `${STUDIO_URL}/api/shop/events/${ENDPOINT_ID}`
    const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => null)
    if (answer?.status === 202) return
    await pause(1000 * 2 ** tries)
  }
  console.error(`${type} ${id} was not taken: keep it, and send it again later`)
}

const escape = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

function checkoutPage(claims, token) {
  const lines = claims.items.map((item) => `<li>${escape(item.quantity)} × ${escape(item.sku)}</li>`).join('')
  return `<!doctype html><meta charset="utf-8"><title>Checkout</title><ul>${lines}</ul>
<p>To pay: ${toPay(claims)} ${escape(claims.items[0].currency)} (minor units)</p>
<form method="post" action="/pay"><input type="hidden" name="token" value="${escape(token)}"><button>Pay</button></form>`
}

/** As the link names it: one hold, or several that are paid together. */
const namesOf = ({ jti, holds }) => (holds ? { holds } : { holdId: jti })
const holdsOf = ({ jti, holds }) => (holds ? holds.map(({ holdId }) => holdId) : [jti])

/** Stands for the payment: once for each hold, alone or with others, however often the button is pressed. */
function pay(claims) {
  if (holdsOf(claims).some((holdId) => orders.has(holdId))) return
  const [amountMinor, currency] = [toPay(claims), claims.items[0].currency]
  const order = { orderId: `order-${orders.size + 1}`, amountMinor, currency, names: namesOf(claims), backMinor: 0 }
  for (const holdId of holdsOf(claims)) orders.set(holdId, order)
  const items = claims.items.map(({ sku, quantity, unitPriceMinor }) => ({ sku, quantity, unitPriceMinor }))
  const { names, orderId } = order
  void tell('order.paid', { ...names, orderId, amountMinor, currency, items, at: new Date().toISOString() })
}

/** So much shall have gone back in all: asked twice, it goes back once. False: there is no such order, or not so much was paid. */
function giveBack(orderId, totalMinor) {
  const order = [...orders.values()].find((one) => one.orderId === orderId)
  if (order === undefined || !Number.isInteger(totalMinor) || totalMinor > order.amountMinor) return false
  if (totalMinor <= order.backMinor) return true
  order.backMinor = totalMinor
  void tell('order.refunded', { ...order.names, orderId, amountMinor: totalMinor, currency: order.currency })
  return true
}

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://shop')
  const form = request.method === 'POST' ? new URLSearchParams(await text(request)) : searchParams
  const act = `${request.method} ${pathname}`
  if (act === 'POST /refund') {
    const isStaff = STAFF_KEY !== undefined && request.headers.authorization === `Bearer ${STAFF_KEY}`
    const isDone = isStaff && giveBack(form.get('order'), Number(form.get('total')))
    return response.writeHead(isDone ? 204 : isStaff ? 400 : 401).end()
  }
  const token = form.get('token') ?? ''
  const claims = readToken(token)
  if (act !== 'GET /handoff' && act !== 'POST /pay') return response.writeHead(404).end()
  if (claims === null) return response.writeHead(401).end('This link is not valid any more. Go back to the show.')
  if (act === 'POST /pay') {
    pay(claims)
    return response.writeHead(303, { location: claims.returnUrl }).end()
  }
  void tell('checkout.opened', namesOf(claims))
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(checkoutPage(claims, token))
})
server.listen(Number(PORT), '127.0.0.1', () => console.log(`listening on ${server.address().port}`))
