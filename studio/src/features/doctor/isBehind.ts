// Whether a message of the shop has made untrue what the doctor found of its messages.
import type { ShopMessage } from '@lantern/shared/contract/connections.ts'
import type { Finding } from '@lantern/shared/contract/doctor.ts'

const HOUR_MS = 3_600_000

export function isBehind({ why, detail }: Pick<Finding, 'why' | 'detail'>, latest: ShopMessage, now: number): boolean {
  const isRefused = latest.state === 'refused'
  if (why === 'no_webhook') return true
  if (why === 'webhook_refused') return !isRefused || latest.reason !== detail['reason']
  return why === 'webhook_seen' && !isRefused && Math.round((now - latest.at) / HOUR_MS) < Number(detail['hours'])
}
