// The name under which somebody who was erased is kept: it says nothing of whose it was.
import { createHash } from 'node:crypto'

export function hashOfViewer(viewerId: string): string {
  return createHash('sha256').update(viewerId).digest('base64url')
}
