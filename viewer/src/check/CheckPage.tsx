// The public page of a draw or a red packet: what was promised, what came of it, and how anyone checks that both fit.
import { useCallback, useEffect, useState } from 'react'
import { CheckHere } from './CheckHere.tsx'
import { Facts } from './Facts.tsx'
import { PacketPage } from './PacketPage.tsx'
import { isPacket, type Published, type PublishedPacket, type Read, readPublished } from './proof.ts'
import { Winners } from './Winners.tsx'
import { useSaid } from './words.ts'

/** It may be drawn while somebody reads. */
const AGAIN_MS = 5000

export function CheckPage({ activityId }: { readonly activityId: string }) {
  const { t } = useSaid()
  const { read, again } = usePublished(activityId)
  if (read === null) return <Plain head={t('loading')} />
  if (read === 'none') return <Plain head={t('notFound')} words={t('notFoundWords')} />
  if (read === 'failed') return <Plain head={t('failed')} onAgain={again} />
  return isPacket(read) ? <PacketPage published={read} /> : <Shown published={read} />
}

function usePublished(activityId: string) {
  const [read, setRead] = useState<Read | null>(null)
  const again = useCallback(() => void readPublished(activityId).then(setRead), [activityId])
  useEffect(() => {
    again()
  }, [again])
  const isDue = read !== null && typeof read === 'object' && isComing(read)
  useEffect(() => {
    if (!isDue) return
    const timer = setInterval(again, AGAIN_MS)
    return () => clearInterval(timer)
  }, [isDue, again])
  return { read, again }
}

function isComing(published: Published | PublishedPacket): boolean {
  if (isPacket(published)) return published.proof.seal.seed === null
  const { state, drawn } = published.proof
  return state !== 'cancelled' && drawn === null
}

interface PlainProps {
  readonly head: string
  readonly words?: string
  readonly onAgain?: () => void
}

function Plain({ head, words, onAgain }: PlainProps) {
  const { t } = useSaid()
  return (
    <main className="check check-plain" data-testid="check-plain">
      <h1>{head}</h1>
      {words && <p>{words}</p>}
      {onAgain && (
        <button className="check-act" onClick={onAgain}>
          {t('again')}
        </button>
      )}
    </main>
  )
}

function Shown({ published }: { readonly published: Published }) {
  const { t, count } = useSaid()
  const { proof, own } = published
  return (
    <main className="check" data-testid="check" data-state={proof.state}>
      <Head published={published} />
      {own && (
        <p className="check-own" data-testid="check-own">
          {t('yourEntry', { id: own.entryId, n: count(own.no) })}
        </p>
      )}
      <Winners published={published} />
      <CheckHere proof={proof} />
      <Facts published={published} />
      <section className="check-how">
        <h2>{t('how')}</h2>
        <p>{t(proof.seal.round === null ? 'howNoRound' : 'howWords')}</p>
        <p className="check-quiet">{t('limits')}</p>
      </section>
    </main>
  )
}

function Head({ published: { proof, show, shopName } }: { readonly published: Published }) {
  const { t, locale } = useSaid()
  const title = show.title[locale] ?? show.title.en ?? Object.values(show.title)[0] ?? ''
  return (
    <header>
      <p className="check-kind">{t('title')}</p>
      <h1>{proof.title}</h1>
      <p>
        {shopName} · <a href={`/s/${encodeURIComponent(show.id)}`}>{title}</a>
      </p>
      <p className="check-state" role="status" data-testid="check-state">
        {t(stateWord(proof))}
      </p>
    </header>
  )
}

function stateWord({ state, drawn }: Published['proof']) {
  if (state === 'cancelled') return 'isCancelled'
  if (drawn === null) return state === 'open' || state === 'announced' ? 'isOpen' : 'isWaiting'
  return drawn.winners.length === 0 ? 'isNobody' : 'isDrawn'
}
