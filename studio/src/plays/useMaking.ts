// Makes a play once, however often it is sent: the same id goes again where a reply was lost.
import { createId } from '@lantern/shared/client/ids.ts'
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import { useState } from 'react'

type Reply = { readonly ok: true } | { readonly ok: false; readonly code: string }

/** Answers whether it was made. */
export function useMaking(onMade: () => void) {
  const [activityId, setActivityId] = useState(createId)

  async function make(send: (activityId: ActivityId) => Promise<Reply>): Promise<boolean> {
    const made = await send(ActivityId.parse(activityId))
    // What was made of it, and has been changed here since, is another one.
    if (made.ok || made.code === 'ACTIVITY_ID_TAKEN') setActivityId(createId())
    if (made.ok) onMade()
    return made.ok
  }
  return { make }
}
