// A draw that is closed and not drawn yet: what decides it, and when that comes.
import { hoursIn } from '@lantern/shared/contract/hours.ts'
import type { Draw } from '@lantern/shared/features/draw/contract.ts'
import { decidesAt, isLate } from '@lantern/shared/features/draw/look.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import type { BodyProps } from '../../plays/play.tsx'
import { useScene } from '../../session.ts'
import { SealFine } from './Foot.tsx'
import { Prize } from './Prize.tsx'

export function Waiting(props: BodyProps<Draw>) {
  const { one, words } = props
  const { t, count } = words
  return (
    <div className="draw" data-stage="waiting">
      <Prize {...props} />
      <p className="draw-wait" data-testid="draw-waiting">
        <i aria-hidden="true" />
        <Until {...props} />
      </p>
      <SealFine one={one} words={words} {...beforeOf()} />
    </div>
  )

  function beforeOf() {
    return props.entry === null
      ? {}
      : { before: `${t('draw.youAreIn')} · ${t('draw.no', { n: count(props.entry.no) })}` }
  }
}

function Until({ one, words: { t, locale } }: BodyProps<Draw>) {
  const now = useNow(useScene().session.client.clock, 1000)
  const at = decidesAt(one)
  if (at === null) return <span>{t('draw.closedNote')}</span>
  const time = secondsOf(at, locale)
  return <span role="status">{t(isLate(one, now) ? 'draw.waitingLate' : 'draw.waitingAt', { time })}</span>
}

function secondsOf(at: number, locale: string): string {
  const parts = { hour: '2-digit', minute: '2-digit', second: '2-digit', ...hoursIn(locale) } as const
  return new Intl.DateTimeFormat(locale, parts).format(at)
}
