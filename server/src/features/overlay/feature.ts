// What the server does for the overlay of OBS.
export * as contract from '@lantern/shared/features/overlay/contract.ts'
export { readings } from './readings.ts'
import { beatOverlay, readOverlayStatus, renewOverlay, revokeOverlay } from './overlays.ts'

export const handlers = {
  'overlay:renew': renewOverlay,
  'overlay:revoke': revokeOverlay,
  'overlay:status': readOverlayStatus,
  'overlay:beat': beatOverlay,
}
