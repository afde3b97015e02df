// Tells screen readers about pins, sales, sold out and comments: politely, one at a time, never in a flood.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { useEffect, useEffectEvent, useState } from 'react'
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'
import type { News } from '../view/announce.ts'
import { newsBetween, queueNews } from '../view/announce.ts'

const PAUSE_MS = 3_000

export function Announcer() {
  const { client } = useScene().session
  const [said, setSaid] = useState('')
  const inWords = useNewsWords()
  const speak = useEffectEvent((news: News, room: RoomState) => setSaid(inWords(news, room)))

  useEffect(() => {
    let before = client.getView().room
    let queue: readonly News[] = []
    const listen = () => {
      const after = client.getView().room
      if (before !== null && after !== null) queue = queueNews(queue, newsBetween(before, after, client.clock.now()))
      before = after
    }
    const undo = client.subscribe(listen)
    const timer = setInterval(() => {
      const [next, ...rest] = queue
      queue = rest
      if (next !== undefined && before !== null) speak(next, before)
    }, PAUSE_MS)
    return () => {
      undo()
      clearInterval(timer)
    }
  }, [client])

  return (
    <p className="sr-only" role="status" aria-live="polite" data-testid="announcer">
      {said}
    </p>
  )
}

function useNewsWords() {
  const { t, text, money } = useWords()
  return (news: News, room: RoomState): string => {
    if (news.key === 'saySaleOver') return t(news.key)
    if (news.key === 'sayComment') return t(news.key, { name: news.comment.name, text: news.comment.text })
    const title = text(news.title)
    if (news.key === 'saySoldOut') return t(news.key, { title })
    return t(news.key, { title, price: money(news.priceMinor, room.show.currency) })
  }
}
