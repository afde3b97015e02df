// The tables of the OBS overlay: the one address of a show that works, and the overlays that were seen.
import type { ShowId, StaffId } from '@lantern/shared/contract/ids.ts'

/** `token_hash`: of the token in the address, null once it was revoked. */
export interface OverlayKeyRow {
  show_id: ShowId
  token_hash: string | null
  made_by: StaffId
  made_at: number
  version: number
}

/** One connection of an overlay. `beat_at`, `painted_at`: its last beat, and the last one with a drawn frame; `left_at`: it was closed. */
export interface OverlayRow {
  id: string
  show_id: ShowId
  name: string
  active: 0 | 1
  beat_at: number
  painted_at: number
  left_at: number | null
}

export interface OverlaySchema {
  overlay_keys: OverlayKeyRow
  overlays: OverlayRow
}
