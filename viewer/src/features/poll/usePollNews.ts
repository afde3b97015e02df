// What a screen reader hears of polls: that one opened, and what came of it; the counts in between are there to be read.
import { lookAt, pollsOf } from '@lantern/shared/features/poll/look.ts'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { RoomProps } from '../../places.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { outcomeOf } from './note.ts'

export function usePollNews({ polls, front, products }: RoomProps['room']): void {
  const { notices } = useScene().session
  const words = useWords()
  const inFront = pollsOf({ polls, front }).front
  const now = inFront === null ? '' : `${inFront.id} ${inFront.state}`
  const before = useRef(now)
  const tell = useEffectEvent(() => {
    if (before.current === now) return
    before.current = now
    if (inFront?.state === 'open') notices.say(words.t('poll.sayOpen', { question: inFront.question }))
    if (inFront?.state === 'settled') notices.say(`${inFront.question} ${outcomeOf(lookAt(inFront, products), words)}`)
  })
  useEffect(() => {
    tell()
  }, [now])
}
