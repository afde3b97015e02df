// The draft of the next poll: ready from the start, kept while it is typed, and made once however often it is sent.
import { useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'
import { useMaking } from '../../plays/useMaking.ts'
import { useWords } from '../../words.ts'
import { checkPoll, draftFor, type PollDraft, pollMake } from './pollForm.ts'

const OFFERED = 3

export function usePollDraft(onMade: () => void) {
  const { say } = useWords()
  const { room, send } = useDesk()
  const [typed, setTyped] = useState<PollDraft | null>(null)
  const making = useMaking(onMade)
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
    const isMade = await making.make((activityId) => send('poll:make', pollMake(activityId, terms, start)))
    if (isMade) setTyped(null)
  }
  return { draft, problems, isComplete: terms !== null, change: setTyped, make }
}
