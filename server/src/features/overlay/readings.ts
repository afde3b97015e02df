// How the key of the overlay is read; it is told to nobody.
import { readKey } from '../../records/jobs/overlays.ts'
import { fromTheStart, type Reading } from '../../room/reading.ts'

const OVERLAY_KEY: Reading = {
  changedBy: ['overlay:renewed', 'overlay:revoked'],
  async read(db, from) {
    const overlayKey = await readKey(db, from.showId, fromTheStart(from))
    return overlayKey === null && from.cursor !== null ? {} : { inner: { overlayKey } }
  },
}

export const readings = [OVERLAY_KEY]
