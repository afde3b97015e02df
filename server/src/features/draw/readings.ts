// How draws are read: as staff see them, and as everyone does, without drafts.
import { ACTIVITY_FACTS } from '@lantern/shared/activities/facts.ts'
import { isShown } from '@lantern/shared/activities/states.ts'
import { DrawConfig, type StaffDraw } from '@lantern/shared/features/draw/contract.ts'
import { type ReadActivity, readActivities } from '../../activities/readActivities.ts'
import type { Reading } from '../../room/reading.ts'

const DRAWS: Reading = {
  changedBy: ACTIVITY_FACTS,
  async read(db, since, words) {
    const draws = (await readActivities(db, { ...since, kind: 'draw' }, words)).map(toDraw)
    const shown = draws.filter(({ state }) => isShown(state))
    return { room: { draws: shown.map(({ contacts: _, ...draw }) => draw) }, desk: { draws } }
  },
}

export const readings = [DRAWS]

function toDraw({ life, config }: ReadActivity): StaffDraw {
  return { ...life, ...DrawConfig.parse(config), drawn: null, contacts: [] }
}
