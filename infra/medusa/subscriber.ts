// Tells Lantern what becomes of an order. Goes into the shop's Medusa as src/subscribers/lantern.ts; needs LANTERN_URL and LANTERN_SECRET there.
import { createHmac, randomUUID } from 'node:crypto'

const ABOUT_ORDERS = ['order.placed', 'order.canceled']
const ABOUT_PAYMENTS = ['payment.captured', 'payment.refunded']
const FIELDS = [
  'id',
  'status',
  'currency_code',
  'metadata',
  'item_total',
  'item_tax_total',
  'items.*',
  'payment_collections.*',
  'payment_collections.payments.refunds.*',
]
/** A message that does not arrive is not lost for good: Lantern also asks for orders. */
const PAUSES_MS = [0, 2000, 20_000]

interface Query {
  graph(asked: object): Promise<{ data: { payment_collection?: { order?: { id: string } } }[] }>
}
interface Workflows {
  run(name: string, asked: object): Promise<{ result: Record<string, unknown> }>
}
/** As much of Medusa's container as is used here. */
export interface Container {
  resolve(name: 'query'): Query
  resolve(name: 'workflows'): Workflows
}

export interface Heard {
  readonly event: { readonly name: string; readonly data: { readonly id: string } }
  readonly container: Container
}

async function orderIdOf({ event, container }: Heard): Promise<string | undefined> {
  if (ABOUT_ORDERS.includes(event.name)) return event.data.id
  const asked = { entity: 'payment', fields: ['id', 'payment_collection.order.id'], filters: { id: event.data.id } }
  const { data } = await container.resolve('query').graph(asked)
  return data[0]?.payment_collection?.order?.id
}

/** Standard Webhooks: https://www.standardwebhooks.com */
function sign(body: string, secret: string): Record<string, string> {
  const [id, at] = [`msg_${randomUUID()}`, String(Math.floor(Date.now() / 1000))]
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': `v1,${signature}` }
}

async function post(body: string): Promise<void> {
  const { LANTERN_URL = '', LANTERN_SECRET = '' } = process.env
  let said = ''
  for (const pause of PAUSES_MS) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    const headers = { 'content-type': 'application/json', ...sign(body, LANTERN_SECRET) }
    said = await fetch(LANTERN_URL, { method: 'POST', headers, body }).then(
      (answer) => (answer.ok ? '' : `${answer.status} ${answer.statusText}`),
      (error: unknown) => String(error),
    )
    if (said === '') return
  }
  throw new Error(`Lantern at ${LANTERN_URL} was not told: ${said}`)
}

/** The whole order as the Admin API shows it: payment_status is worked out by this workflow and no column. */
export async function tellLantern(heard: Heard): Promise<void> {
  const orderId = await orderIdOf(heard)
  // A payment of something that is no order.
  if (orderId === undefined) return
  const workflows = heard.container.resolve('workflows')
  const { result } = await workflows.run('get-order-detail', { input: { order_id: orderId, fields: FIELDS } })
  const timestamp = new Date().toISOString()
  await post(JSON.stringify({ type: heard.event.name, timestamp, data: { order: result } }))
}

// Medusa asks for these two names.
export { tellLantern as default }
export const config = { event: [...ABOUT_ORDERS, ...ABOUT_PAYMENTS] }
