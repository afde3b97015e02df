// The moment after a payment: what was granted with the order, until when, and where it is. It stands in nobody's way.
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { X } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { RoomProps } from '../../places.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { goodsOf, offOf, untilOf } from './couponWords.ts'
import './coupon.css'
import { takenBack, thanksIn } from './thanks.ts'
import { Ticket } from './Ticket.tsx'

const CLOSED = 'lantern.thanked'

export function Thanks({ room }: RoomProps) {
  const words = useWords()
  const { t } = words
  const { session, view, open } = useScene()
  const now = useNow(session.client.clock)
  const [closed, setClosed] = useState(readClosed)
  useTakenBack()
  const thanks = thanksIn({ room, rewards: view.own.rewards, now, closed })
  useSaid(thanks === null ? null : t('thanks.title', { off: offOf(thanks.terms, words) }))
  if (thanks === null) return null
  const { reward, terms } = thanks
  const close = () => {
    const next = [...closed, reward.id]
    setClosed(next)
    sessionStorage.setItem(CLOSED, JSON.stringify(next))
  }
  const sub = [goodsOf(terms, room.products, words), untilOf(reward.until, now, words)].join(t('comma'))
  return (
    <section className="thanks" aria-labelledby="thanks-title" data-testid="thanks">
      <header>
        <h2 id="thanks-title">{t('thanks.title', { off: offOf(terms, words) })}</h2>
        <button className="thanks-close" aria-label={t('thanks.close')} onClick={close} data-testid="thanks-close">
          <X size={18} aria-hidden="true" />
        </button>
      </header>
      <Ticket terms={terms} sub={sub} />
      <p>
        {t('thanks.where')}{' '}
        <button onClick={() => open({ kind: 'wallet' })} data-testid="thanks-wallet">
          {t('thanks.see')}
        </button>
      </p>
    </section>
  )
}

function readClosed(): readonly string[] {
  const kept: unknown = JSON.parse(sessionStorage.getItem(CLOSED) ?? '[]')
  return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
}

function useSaid(words: string | null): void {
  const { notices } = useScene().session
  const say = useEffectEvent((line: string) => notices.say(line))
  useEffect(() => {
    if (words !== null) say(words)
  }, [words])
}

/** With the money of its order the coupon goes back, and that is said. */
function useTakenBack(): void {
  const words = useWords()
  const { session, view } = useScene()
  const before = useRef(view.own.rewards)
  const tell = useEffectEvent(() => {
    for (const { terms } of takenBack(before.current, view.own.rewards)) {
      session.notices.say(words.t('thanks.back', { off: offOf(terms, words) }))
    }
    before.current = view.own.rewards
  })
  useEffect(() => {
    tell()
  }, [view.own.rewards])
}
