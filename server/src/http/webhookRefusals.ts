// What becomes of a refused webhook: counted, written into the log, and shown to staff.
import type { Request } from 'express'
import type { Delivery } from '../shops/checkout.ts'
import type { Webhooks } from '../webhooks/webhooks.ts'
import type { HttpNeeds } from './ports.ts'

type RefusedWebhook = Parameters<Webhooks['noteRefused']>[0]

/** Nobody has proven to be the shop. */
const UNPROVEN: ReadonlySet<string> = new Set([
  'ENDPOINT_NOT_FOUND',
  'BAD_SIGNATURE',
  'TOO_LARGE',
  'UNREADABLE',
  'WRONG_HOST',
])
const EVERY_MS = 60_000

/** What the database could not keep is refused, too, and comes again. */
export type Refused = Omit<RefusedWebhook, 'code'> & {
  readonly code: RefusedWebhook['code'] | 'TRY_AGAIN' | 'CANNOT_STORE'
}

export type TellRefused = (refused: Refused) => void

/** What strangers can cause is written once a minute, with how often it happened before. */
export function createRefusalLog({ clock, log }: Pick<HttpNeeds, 'clock' | 'log'>): TellRefused {
  const told = new Map<string, { at: number; unwritten: number }>()

  return ({ code, delivery: { endpointId }, bytes, why }) => {
    const last = told.get(code)
    if (UNPROVEN.has(code) && last !== undefined && Math.abs(clock() - last.at) < EVERY_MS) {
      last.unwritten += 1
      return
    }
    told.set(code, { at: clock(), unwritten: 0 })
    log.warn({ code, endpointId, bytes, why, unwritten: last?.unwritten ?? 0 }, 'a webhook was refused')
  }
}

export function createTellRefused(needs: HttpNeeds): TellRefused {
  const write = createRefusalLog(needs)

  return (refused) => {
    const { code } = refused
    needs.onWebhook?.(code)
    write(refused)
    if (code !== 'TRY_AGAIN' && code !== 'CANNOT_STORE') needs.webhooks.noteRefused({ ...refused, code })
  }
}

export function toDelivery(req: Request, endpointId: string): Delivery {
  const texts = Object.entries(req.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
  return { endpointId, body, headers: Object.fromEntries(texts) }
}

/** For one whose body was not read: what it says of its own size. */
export function toRefused(req: Request, endpointId: string): Pick<Refused, 'delivery' | 'bytes'> {
  return { delivery: toDelivery(req, endpointId), bytes: Number(req.get('content-length') ?? 0) }
}
