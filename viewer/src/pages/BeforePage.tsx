// Before the show: when it opens, a reminder for the calendar, and what will be on the table.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { CalendarPlus } from 'lucide-react'
import { shareUrl } from '../address.ts'
import { calendarFile } from '../calendar.ts'
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'
import { PosterPage } from './PosterPage.tsx'

export function BeforePage({ room }: { readonly room: RoomState }) {
  const { t, text, locale } = useWords()
  const { show } = room
  return (
    <PosterPage room={room} head={t('lookAround')} testId="before-show">
      <p className="poster-shop">{show.shopName}</p>
      <h1 className="poster-title">{text(show.title)}</h1>
      <Opening startsAt={show.startsAt} />
      <p className="poster-words">{formatMoment(show.startsAt, locale)}</p>
      <RemindMe room={room} />
    </PosterPage>
  )
}

function Opening({ startsAt }: { readonly startsAt: number }) {
  const { t } = useWords()
  const { clock } = useScene().session.client
  const isNear = useNow(clock, 1_000) >= startsAt
  if (isNear) return <p className="poster-count">{t('anyMoment')}</p>
  return (
    <>
      <p className="poster-words">{t('opensIn')}</p>
      <p className="poster-count">
        <Countdown clock={clock} until={startsAt} testId="countdown" />
      </p>
    </>
  )
}

function RemindMe({ room: { show } }: { readonly room: RoomState }) {
  const { t, text } = useWords()
  const { address, origin, client } = useScene().session
  const save = () => {
    const entry = { title: text(show.title), startsAt: show.startsAt, url: shareUrl(origin, address) }
    const file = new Blob([calendarFile(entry, client.clock.now())], { type: 'text/calendar' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = 'show.ics'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <button className="poster-act" onClick={save} title={t('remindHint')} data-testid="remind-me">
      <CalendarPlus size={18} aria-hidden="true" />
      {t('remindMe')}
    </button>
  )
}
