// Who brought most orders, in a show or this month, by the names that sharers chose.
import type { SharersBoard } from '@lantern/shared/contract/sharerPage.ts'
import { useEffect, useState } from 'react'
import type { PartProps } from './partProps.ts'
import { useSaid } from './words.ts'

export function Board({ sharer: { api, hasLine }, state }: PartProps) {
  const { t, text, day } = useSaid()
  const [showId, setShowId] = useState('')
  /** Without a board: it could not be read. */
  const [read, setRead] = useState<{ readonly of: string; readonly board: SharersBoard | null } | null>(null)
  useEffect(() => {
    let isOpen = true
    void api.board(showId === '' ? null : showId).then((answer) => {
      if (!isOpen) return
      // Rows that were read before stay, unless they are those of another show.
      if (answer.kind === 'ok') setRead({ of: showId, board: answer.value })
      else setRead((now) => (now?.of === showId ? now : { of: showId, board: null }))
    })
    return () => {
      isOpen = false
    }
    // Anew as the page is.
  }, [api, showId, hasLine, state.now])
  const isRead = read?.of === showId
  const rows = isRead ? read.board?.rows : undefined
  return (
    <section className="bound-box sharer-box" aria-labelledby="sharer-board">
      <h2 id="sharer-board">{t('board')}</h2>
      <select aria-label={t('whichShow')} value={showId} onChange={({ target }) => setShowId(target.value)}>
        <option value="">{t('thisMonth')}</option>
        {state.shows.map(({ id, title, startsAt }) => (
          <option key={id} value={id}>
            {`${text(title)}, ${day(startsAt)}`}
          </option>
        ))}
      </select>
      <ol className="sharer-board" data-testid="sharer-board">
        {rows?.map((row, nth) => (
          <li key={nth} data-me={row.isMe}>
            <span>{t('place', { n: row.place })}</span>
            <b>{row.name ?? t('aSharer')}</b>
            {row.isMe && <em>{t('you')}</em>}
            <strong>{row.orders}</strong>
          </li>
        ))}
      </ol>
      <p className="bound-sub sharer-end" role="status">
        {t(rows === undefined ? (isRead ? 'failed' : 'loading') : rows.length === 0 ? 'boardNone' : 'boardOrders')}
      </p>
    </section>
  )
}
