// The draft of the next poll: ready from the start, kept while it is typed, and made once however often it is sent.
import { createId } from '@lantern/shared/client/ids.ts'
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import { useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'
import { useWords } from '../../words.ts'
import { checkPoll, draftFor, type PollDraft, pollMake } from './pollForm.ts'

const OFFERED = 3

export function usePollDraft(onMade: () => void) {
  const { say } = useWords()
  const { room, send } = useDesk()
  const [typed, setTyped] = useState<PollDraft | null>(null)
  // The same one is sent again where a reply was lost.
  const [activityId, setActivityId] = useState(createId)
  const next = room.products.filter(({ id }) => !room.pins.productIds.includes(id)).slice(0, OFFERED)
  const draft =
    typed ??
    draftFor(
      say('poll.usual'),
      next.map(({ id }) => id),
    )
  const { problems, terms } = checkPoll(draft)

  async function make(start: 'draft' | 'open') {
    if (terms === null) return
    const made = await send('poll:make', pollMake(ActivityId.parse(activityId), terms, start))
    // What was made of it, and has been changed here since, is another one.
    if (made.ok || made.code === 'ACTIVITY_ID_TAKEN') setActivityId(createId())
    if (!made.ok) return
    setTyped(null)
    onMade()
  }
  return { draft, problems, isComplete: terms !== null, change: setTyped, make }
}
