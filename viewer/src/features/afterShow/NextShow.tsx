// At the foot of a show that is over: the shop's next one, one tap away when it is on, else with its hour where the reader is.
import type { AfterShow } from '@lantern/shared/contract/http.ts'
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { Play } from 'lucide-react'
import { showPath } from '../../address.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { RemindMe } from '../../parts/RemindMe.tsx'

type Next = NonNullable<AfterShow['next']>

const COUNTED_MS = 24 * 60 * 60_000

export function NextShow() {
  const next = useScene().after?.next ?? null
  return next && <Announced next={next} />
}

function Announced({ next }: { readonly next: Next }) {
  const { t, text } = useWords()
  const { address, origin } = useScene().session
  const path = showPath(next.id, address)
  const title = text(next.title)
  return (
    <aside className="next" aria-label={t('nextShow')} data-theme="system" data-testid="next-show">
      <a className="next-words" href={path}>
        <b>{title}</b>
        <small>{next.isLive ? <NowOn /> : <When startsAt={next.startsAt} />}</small>
      </a>
      {next.isLive ? (
        <a className="poster-act" href={path} data-testid="watch-next">
          <Play size={18} aria-hidden="true" />
          {t('watchNow')}
        </a>
      ) : (
        <RemindMe title={title} startsAt={next.startsAt} url={new URL(path, origin).href} />
      )}
    </aside>
  )
}

function NowOn() {
  const { t } = useWords()
  return (
    <>
      <span className="live">{t('live')}</span> {t('onNow')}
    </>
  )
}

function When({ startsAt }: Pick<Next, 'startsAt'>) {
  const { t, locale } = useWords()
  const { clock } = useScene().session.client
  const left = startsAt - useNow(clock, 1_000)
  if (left <= 0) return t('anyMoment')
  return (
    <>
      {formatMoment(startsAt, locale)}
      {left < COUNTED_MS && (
        <>
          {' · '}
          <Countdown clock={clock} until={startsAt} short stepMs={1_000} testId="next-countdown" />
        </>
      )}
    </>
  )
}
