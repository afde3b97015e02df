// Schemas of what is common to all activities.
import * as z from 'zod'
import { ActivityFront, ActivityLife, OwnEntry } from '../../activities/activity.ts'
import { Progress } from '../../activities/conditions.ts'
import { WaitsFor } from '../../activities/waiting.ts'
import { ActivityId, Version } from '../../contract/ids.ts'

/** The activity and the revision that whoever moves it has seen. */
const seen = z.object({ activityId: ActivityId, revision: Version })
/** It comes to the front, unless this says no. */
const shown = seen.extend({ toFront: z.boolean().optional() })

export const COMMANDS = {
  'activity:announce': { input: shown, output: ActivityLife },
  'activity:open': { input: shown, output: ActivityLife },
  'activity:close': { input: seen, output: ActivityLife },
  'activity:cancel': { input: seen, output: ActivityLife },
  /** A draft alone can be removed. */
  'activity:remove': { input: seen, output: ActivityLife },
  /** What a draft waits for, so that it opens by itself; null: it waits no more. */
  'activity:plan': { input: seen.extend({ waitsFor: WaitsFor.nullable() }), output: ActivityLife },
  /** Which one stands in front; null: none. */
  'activity:front': { input: z.object({ activityId: ActivityId.nullable() }), output: ActivityFront },
  /** How far whoever asks is with its conditions, in their order. */
  'activity:progress': {
    input: z.object({ activityId: ActivityId }),
    output: z.object({ activityId: ActivityId, progress: z.array(Progress).readonly() }),
  },
}

export const SLICES = {
  everyone: { front: ActivityFront },
  own: { entries: z.array(OwnEntry).readonly() },
}
