// Lines of the log about refused webhooks: what strangers can cause is written once a minute, with how often it happened before.
import type { HttpNeeds } from './ports.ts'

export interface RefusedWebhook {
  readonly code: string
  readonly endpointId: string
  readonly bytes: number
  readonly why?: unknown
}

/** Nobody has proven to be the shop. */
const UNPROVEN: ReadonlySet<string> = new Set(['ENDPOINT_NOT_FOUND', 'BAD_SIGNATURE', 'TOO_LARGE'])
const EVERY_MS = 60_000

export function createRefusalLog({ clock, log }: Pick<HttpNeeds, 'clock' | 'log'>): (refused: RefusedWebhook) => void {
  const told = new Map<string, { at: number; unwritten: number }>()

  return (refused) => {
    const { code } = refused
    const last = told.get(code)
    if (UNPROVEN.has(code) && last !== undefined && Math.abs(clock() - last.at) < EVERY_MS) {
      last.unwritten += 1
      return
    }
    told.set(code, { at: clock(), unwritten: 0 })
    log.warn({ ...refused, unwritten: last?.unwritten ?? 0 }, 'a webhook was refused')
  }
}
