// A hold as its own viewer sees it.
import type { Hold } from '@lantern/shared/contract/things.ts'
import type { HoldRecord } from '../../domain/hold.ts'

export function toHold(record: HoldRecord): Hold {
  const { viewerId: _v, viewerName: _n, via: _via, extended: _e, ...hold } = record
  return { ...hold, lines: record.lines.map(({ takes: _t, takesSale: _s, ...line }) => line) }
}
