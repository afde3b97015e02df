// When the show opens, and a reminder for the calendar.
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { shareUrl } from '../../address.ts'
import { RemindMe } from '../../parts/RemindMe.tsx'
import type { RoomProps } from '../../places.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'

export function Opening({ room: { show } }: RoomProps) {
  const { text, locale } = useWords()
  const { address, origin } = useScene().session
  return (
    <>
      <TimeLeft startsAt={show.startsAt} />
      <p className="poster-words">{formatMoment(show.startsAt, locale)}</p>
      <RemindMe title={text(show.title)} startsAt={show.startsAt} url={shareUrl(origin, address)} />
    </>
  )
}

function TimeLeft({ startsAt }: { readonly startsAt: number }) {
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
