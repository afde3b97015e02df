// A hold as its own viewer sees it.
import type { Hold } from '@lantern/shared/contract/things.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import { isReserved, toGrantedLine } from '../../database/toThings.ts'

/** Column by column: twice as fast as leaving out the rest, and every grant passes here. */
export function toHold(record: HoldRecord): Hold {
  return {
    id: record.id,
    showId: record.showId,
    state: record.state,
    lines: record.lines.map(toGrantedLine),
    currency: record.currency,
    totalMinor: record.totalMinor,
    grantedAt: record.grantedAt,
    expiresAt: record.expiresAt,
    checkoutPath: record.checkoutPath,
    orderId: record.orderId,
    reserved: isReserved(record),
    waited: record.waited,
    ...(record.group !== undefined && { group: record.group }),
    version: record.version,
  }
}
