// Overlay tokens: they stand behind the # of an overlay's address, read one show, and are kept as a hash alone.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import type { OverlayRecords } from '../records/overlays.ts'

export interface OverlayTokens {
  /** A new token for the show, told this once; the one before stops at once, on every process. */
  renewOverlayToken(showId: ShowId, by: StaffId): Promise<string>
  /** No token reads the show any more. Safe to repeat. */
  revokeOverlayToken(showId: ShowId, by: StaffId): Promise<void>
  /** The version of the show's key when this token is the one that reads it now, as the database says; else null. */
  verifyOverlayToken(showId: ShowId, token: string): Promise<number | null>
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

export function createOverlayTokens(store: Pick<OverlayRecords, 'setOverlayKey' | 'findOverlayKey'>): OverlayTokens {
  return {
    async renewOverlayToken(showId, by) {
      const token = randomBytes(24).toString('base64url')
      await store.setOverlayKey(showId, hashOf(token), by)
      return token
    },
    revokeOverlayToken: (showId, by) => store.setOverlayKey(showId, null, by),
    async verifyOverlayToken(showId, token) {
      const key = await store.findOverlayKey(showId)
      if (key === null || key.tokenHash === null) return null
      const isRight = timingSafeEqual(Buffer.from(key.tokenHash), Buffer.from(hashOf(token)))
      return isRight ? key.version : null
    },
  }
}
