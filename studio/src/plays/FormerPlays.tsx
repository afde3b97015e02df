// Plays of earlier shows, each copied into this one as a draft by its kind's own command: what does not fit here any more is refused and said.
import { createId } from '@lantern/shared/client/ids.ts'
import { ActivityId, type ShowId } from '@lantern/shared/contract/ids.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useRoom } from '@lantern/shared/ui/useRoom.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { useDesk } from '../desk/DeskContext.ts'
import { useRoomClient } from '../desk/useRoomClient.ts'
import { useWords } from '../words.ts'
import type { PlayView } from './play.tsx'
import { usePlaysOf } from './usePlayViews.ts'

const MOST_SHOWS = 30
const MOST_PLAYS = 50

export function FormerPlays() {
  const { say } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details
      className="play-elsewhere"
      data-testid="play-elsewhere"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>{say('play.elsewhere')}</summary>
      {isOpen && <Shows />}
    </details>
  )
}

/** Those that are over, the latest first. */
function Shows() {
  const { say, locale } = useWords()
  const { room } = useDesk()
  const { data } = useQuery({ queryKey: ['shows'], queryFn: api.shows })
  const [chosen, choose] = useState<string | null>(null)
  if (data === undefined) return null
  const ended = data.shows.filter(({ id, phase }) => id !== room.show.id && phase === 'ended')
  const shows = ended.toSorted((a, b) => b.startsAt - a.startsAt).slice(0, MOST_SHOWS)
  const shown = shows.find(({ id }) => id === chosen) ?? shows[0]
  if (shown === undefined) return <p className="quiet">{say('play.noneBefore')}</p>
  return (
    <>
      <label className="field">
        <span>{say('play.elsewhereShow')}</span>
        <select data-testid="play-elsewhere-show" value={shown.id} onChange={(event) => choose(event.target.value)}>
          {shows.map(({ id, title, startsAt }) => (
            <option key={id} value={id}>
              {`${pickText(title, locale)} · ${formatMoment(startsAt, locale)}`}
            </option>
          ))}
        </select>
      </label>
      <PlaysThere key={shown.id} showId={shown.id} />
    </>
  )
}

function PlaysThere({ showId }: { readonly showId: ShowId }) {
  const { room, desk } = useRoom(useRoomClient(showId))
  return room === null || desk === null ? null : <Plays room={room} desk={desk} />
}

/** Drafts that never came to it too, the latest first. */
function Plays(there: Parameters<typeof usePlaysOf>[0]) {
  const { say } = useWords()
  const { going, kept, over } = usePlaysOf(there)
  const latest = [...going, ...kept, ...over].toSorted((a, b) => b.life.revision - a.life.revision).slice(0, MOST_PLAYS)
  if (latest.length === 0) return <p className="quiet">{say('play.nothingThere')}</p>
  return (
    <ul>
      {latest.map((view) => (
        <Former key={view.life.id} view={view} />
      ))}
    </ul>
  )
}

/** Sent twice it is made once; after that the button is done. */
function Former({ view: { kind, title, Icon, again } }: { readonly view: PlayView }) {
  const { say } = useWords()
  const desk = useDesk()
  const [activityId] = useState(() => ActivityId.parse(createId()))
  const [isCopied, setIsCopied] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [isStale, setIsStale] = useState(false)

  async function copy() {
    if (isBusy) return
    setIsBusy(true)
    const made = await again({ activityId, to: desk, now: desk.client.clock.now() })
    setIsBusy(false)
    setIsStale(made.code === 'STALE')
    if (made.ok) setIsCopied(true)
  }
  return (
    <li>
      <Icon size={16} aria-hidden="true" />
      <span>{title}</span>
      <small role="status">{isStale && say('play.stale')}</small>
      <button
        type="button"
        className="btn"
        disabled={isCopied}
        aria-disabled={isBusy}
        aria-label={say(isCopied ? 'play.copied' : 'play.copyOf', { title })}
        data-testid={`${kind}-copy`}
        onClick={() => void copy()}
      >
        {say(isCopied ? 'play.copied' : 'play.copy')}
      </button>
    </li>
  )
}
