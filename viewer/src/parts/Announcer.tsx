// Tells screen readers what changes: politely, each once, one at a time, never in a flood. The page has no other live region for it.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Session } from '../session.ts'
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'
import type { Heard, News } from '../view/announce.ts'
import { newsBetween, queueNews } from '../view/announce.ts'
import { mergeHolds } from '../view/holds.ts'

const PAUSE_MS = 3_000
const LOOKS_EVERY_MS = 500

export function Announcer() {
  const { session } = useScene()
  const [said, setSaid] = useState('')
  const inWords = useNewsWords()
  const speak = useEffectEvent((news: News | undefined, room: RoomState | undefined) => {
    // Emptied between two, so that the same words are read again.
    setSaid(news === undefined ? '' : inWords(news, room))
  })
  useEffect(() => {
    const teller = createTeller(session, (news, room) => speak(news, room))
    return teller.close
  }, [session])

  return (
    <p className="sr-only" role="status" aria-live="polite" data-testid="announcer">
      {said}
    </p>
  )
}

type Speak = (news: News | undefined, room: RoomState | undefined) => void

function createTeller(session: Session, speak: Speak) {
  const { client, notices } = session
  let before = hear(session)
  let queue: readonly News[] = []
  let saidAt = -PAUSE_MS
  const look = () => {
    const after = hear(session)
    if (before !== null && after !== null) queue = queueNews(queue, newsBetween(before, after))
    before = after
    if (performance.now() - saidAt < PAUSE_MS) return
    const [next, ...rest] = queue
    queue = rest
    if (next !== undefined) saidAt = performance.now()
    speak(next, after?.room)
  }
  const undo = [
    client.subscribe(look),
    notices.listen((text) => {
      queue = queueNews(queue, [{ key: 'told', text }])
      look()
    }),
  ]
  const timer = setInterval(look, LOOKS_EVERY_MS)
  return {
    close: () => {
      for (const one of undo) one()
      clearInterval(timer)
    },
  }
}

function hear({ client, actions }: Session): Heard | null {
  const { room, own } = client.getView()
  const { holds, waits } = own
  if (room === null) return null
  return { room, holds: mergeHolds(actions.getView().holds, holds), waits, now: client.clock.now() }
}

function useNewsWords() {
  const { t, text, money } = useWords()
  return (news: News, room: RoomState | undefined): string => {
    if (news.key === 'told') return news.text
    if (news.key === 'saySaleOver') return t(news.key)
    if (news.key === 'sayComment') return t(news.key, { name: news.comment.name, text: news.comment.text })
    const title = text(news.title)
    if (news.key === 'youAreNext') return `${title} · ${t(news.key)}`
    if (!('priceMinor' in news)) return t(news.key, { title })
    return t(news.key, { title, price: room === undefined ? '' : money(news.priceMinor, room.show.currency) })
  }
}
