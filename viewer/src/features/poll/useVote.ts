// A viewer's vote: shown at once, sent, and taken back with the reason where it was refused.
import { createId } from '@lantern/shared/client/ids.ts'
import { choicesAfter, choicesIn, type PollLook } from '@lantern/shared/features/poll/look.ts'
import { fillIn } from '@lantern/shared/ui/i18n.ts'
import { formatLeftShort } from '@lantern/shared/ui/time.ts'
import { useRef, useState } from 'react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { refusalText } from '../../words.ts'
import { namesOf } from './note.ts'

export interface Vote {
  readonly chosen: readonly number[]
  readonly mayVote: boolean
  /** Why the last tap did not count. */
  readonly refusal: string | null
  readonly tap: (place: number) => void
}

export function useVote({ poll, answers }: PollLook, mayVote: boolean): Vote {
  const { session, view } = useScene()
  const words = useWords()
  const { t } = words
  const [sent, setSent] = useState<readonly number[] | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const latest = useRef(0)
  const chosen = sent ?? choicesIn(view.own.entries, poll)

  async function send(choices: readonly number[]) {
    const nth = (latest.current += 1)
    setSent(choices)
    setRefusal(null)
    const input = { activityId: poll.id, requestId: createId(), choices: [...choices] }
    const outcome = await session.client.send('poll:vote', input)
    if (nth !== latest.current) return
    setSent(null)
    if (outcome.ok) {
      const what = namesOf(
        answers.filter(({ place }) => choices.includes(place)),
        words,
      )
      return session.notices.say(t('poll.yours', { what }))
    }
    const time = formatLeftShort(outcome.retryAfterMs ?? 0)
    const why = fillIn(refusalText(session.words.refusals, outcome.code), { time })
    setRefusal(why)
    session.notices.say(why)
  }
  return {
    chosen,
    mayVote,
    refusal,
    tap: (place) => {
      const next = choicesAfter(chosen, place, poll.several)
      if (next !== chosen) return void send(next)
      // Of several the last one cannot be taken back: there is no vote for nothing.
      setRefusal(t('poll.keepsOne'))
      session.notices.say(t('poll.keepsOne'))
    },
  }
}
