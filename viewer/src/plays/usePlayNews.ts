// What is heard of plays, by a screen reader too: that one opened, and what came of it; the counts in between are there to be read.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useScene } from '../session.ts'
import type { Listed } from './pick.ts'
import { playTune } from './sounds.ts'
import { usePlayView } from './usePlayView.ts'

export function usePlayNews(room: RoomState, front: Listed | null): void {
  const { notices } = useScene().session
  const view = usePlayView(room, front)
  const now = front === null ? '' : `${front.life.id} ${front.life.state}`
  const before = useRef(now)
  const isKnown = front === null || view !== null
  const tell = useEffectEvent(() => {
    // Said once its kind is there to say it.
    if (before.current === now || !isKnown) return
    before.current = now
    if (front?.life.state === 'open' && view !== null) {
      notices.say(view.opened)
      playTune('opens')
    }
    if (front?.life.state === 'settled' && view !== null && view.outcome !== null)
      notices.say(`${view.title} ${view.outcome}`)
  })
  useEffect(() => {
    tell()
  }, [now, isKnown])
}
