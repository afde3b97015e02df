// Job that reads how far one viewer is with the conditions of an activity that is shown.
import { isShown } from '@lantern/shared/activities/states.ts'
import type { Progress } from '@lantern/shared/activities/conditions.ts'
import type { ActivityId } from '@lantern/shared/contract/ids.ts'
import type { Job } from '../database/database.ts'
import type { Candidate } from '../domain/candidate.ts'
import { readProgress } from './conditions/conditions.ts'
import { toActivity } from './records.ts'

export interface AskProgress extends Candidate {
  readonly activityId: ActivityId
}

/** In the order of the conditions; null: there is no such activity in the show. */
export const findProgress: Job<AskProgress, Progress[] | null> = {
  name: 'activities.findProgress',
  kind: 'read',
  async work(db, { activityId, ...who }, { words }) {
    const query = db.selectFrom('activities').selectAll().where('id', '=', activityId)
    const row = await query.where('show_id', '=', who.showId).executeTakeFirst()
    if (!row || !isShown(row.state)) return null
    const { conditions } = toActivity(row)
    const [progress = []] = await readProgress({ db, words }, [{ conditions, who }])
    return progress
  },
}
