// The name under which somebody who was erased is kept: it says nothing of whose it was.
import { createHash } from 'node:crypto'
import type { ViewerId } from '@lantern/shared/contract/ids.ts'

export function hashOfViewer(viewerId: ViewerId): string {
  return createHash('sha256').update(viewerId).digest('base64url')
}
