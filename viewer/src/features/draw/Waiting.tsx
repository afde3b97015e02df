// A draw that is closed and not drawn yet: what decides it, and when that comes.
import type { Draw } from '@lantern/shared/features/draw/contract.ts'
import { decidesAt } from '@lantern/shared/features/draw/look.ts'
import type { BodyProps } from '../../plays/play.tsx'
import { SealFine } from './Foot.tsx'
import { Prize } from './Prize.tsx'

export function Waiting(props: BodyProps<Draw>) {
  const { one, words } = props
  const { t, locale, count } = words
  const at = decidesAt(one)
  return (
    <div className="draw" data-stage="waiting">
      <Prize {...props} />
      <p className="draw-wait" data-testid="draw-waiting">
        <i aria-hidden="true" />
        <span>{at === null ? t('draw.closedNote') : t('draw.waitingAt', { time: secondsOf(at, locale) })}</span>
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

function secondsOf(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at)
}
