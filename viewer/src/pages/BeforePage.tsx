// Before the show: when it opens, a reminder for the calendar, and what will be on the table.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { shareUrl } from '../address.ts'
import { RemindMe } from '../parts/RemindMe.tsx'
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'
import { PosterPage } from './PosterPage.tsx'

export function BeforePage({ room }: { readonly room: RoomState }) {
  const { t, text, locale } = useWords()
  const { address, origin } = useScene().session
  const { show } = room
  return (
    <PosterPage room={room} head={t('lookAround')} testId="before-show">
      <p className="poster-shop">{show.shopName}</p>
      <h1 className="poster-title">{text(show.title)}</h1>
      <Opening startsAt={show.startsAt} />
      <p className="poster-words">{formatMoment(show.startsAt, locale)}</p>
      <RemindMe title={text(show.title)} startsAt={show.startsAt} url={shareUrl(origin, address)} />
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
