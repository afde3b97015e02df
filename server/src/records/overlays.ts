// The port to what is recorded of overlays: which address of a show works, and which overlays were seen.
import type { ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import type { OverlayKey } from '../domain/overlay.ts'
import type { OverlayBeat, OverlayStatus } from '@lantern/shared/contract/overlay.ts'

export interface BeatRecord extends OverlayBeat {
  /** One connection of an overlay. */
  readonly id: string
  readonly showId: ShowId
  readonly name: string
}

export interface OverlayRecords {
  /** From now on this token reads the show, and no other; null: none does. Appends an event; unchanged where there is nothing to revoke. */
  setOverlayKey(showId: ShowId, tokenHash: string | null, by: StaffId): Promise<void>
  /** Null: this show never had an address. */
  findOverlayKey(showId: ShowId): Promise<OverlayKey | null>
  /** A sign of life, by the database's clock; forgets those of the show that were last seen an hour ago. */
  beatOverlay(beat: BeatRecord): Promise<void>
  /** It was closed. Safe to repeat; unknown ids are passed over. */
  leaveOverlay(id: string): Promise<void>
  /** What was seen within the last hour, on every process, by the database's clock. */
  readOverlays(showId: ShowId): Promise<OverlayStatus>
}
