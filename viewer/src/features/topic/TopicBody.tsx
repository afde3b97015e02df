// What a topic shows below its question: the answers that were picked, and the viewer's own or the way to it.
import { isOver } from '@lantern/shared/activities/states.ts'
import type { Topic } from '@lantern/shared/features/topic/contract.ts'
import { useEffect, useEffectEvent, useRef } from 'react'
import { Conditions } from '../../plays/Conditions.tsx'
import { PlayFine } from '../../plays/parts.tsx'
import type { BodyProps } from '../../plays/play.tsx'
import { useScene } from '../../session.ts'
import { initialOf, ownTextOf } from './say.ts'

type Body = BodyProps<Topic>

export function TopicBody(props: Body) {
  const { one, room, steps, words, entry } = props
  const isPicked = one.picked.some(({ no }) => no === entry?.no)
  usePickedNews(isPicked, words.t('topic.sayPicked'))
  return (
    <>
      {one.picked.length > 0 && <Picked {...props} />}
      {steps && <Conditions steps={steps} products={room.products} />}
      <Own {...props} />
      <Fine {...props} isPicked={isPicked} />
    </>
  )
}

/** Whoever is picked hears of it, once, while they look. */
function usePickedNews(isPicked: boolean, news: string): void {
  const { notices } = useScene().session
  const was = useRef(isPicked)
  const tell = useEffectEvent(() => {
    if (isPicked && !was.current) notices.say(news)
    was.current = isPicked
  })
  useEffect(() => {
    tell()
  }, [isPicked])
}

function Picked({ one, entry, words: { t } }: Body) {
  return (
    <ul className="topic-picked" data-testid="topic-picked">
      {one.picked.map(({ no, name, text }) => (
        <li key={no}>
          <i aria-hidden="true">{initialOf(name)}</i>
          <p>
            {text}
            <small>
              {no === entry?.no ? t('topic.you') : name} · {t('topic.picked')}
            </small>
          </p>
        </li>
      ))}
    </ul>
  )
}

function Own({ one, entry, mayEnter, words: { t } }: Body) {
  const { open } = useScene()
  if (isOver(one.state)) return null
  const own = ownTextOf(entry)
  return (
    <button
      type="button"
      className="topic-field"
      aria-disabled={!mayEnter}
      data-testid="topic-write"
      onClick={mayEnter ? () => open({ kind: 'topicAnswer', id: one.id }) : undefined}
    >
      <span>{own === null ? t('topic.yourAnswer') : t('topic.yours', { what: own })}</span>
      {own !== null && <b>{t('topic.change')}</b>}
    </button>
  )
}

function Fine({ one, entry, words: { t }, isPicked }: Body & { readonly isPicked: boolean }) {
  const own = ownTextOf(entry)
  if (one.state === 'announced') return <PlayFine>{t('topic.notYet')}</PlayFine>
  if (isPicked) return <PlayFine>{t('topic.isPicked')}</PlayFine>
  if (!isOver(one.state)) return <PlayFine>{t('topic.onlyHost')}</PlayFine>
  return own === null ? null : <PlayFine>{t('topic.yours', { what: own })}</PlayFine>
}
