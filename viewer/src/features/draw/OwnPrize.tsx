// What the viewer has won, which nobody else is shown: to be claimed, claimed, or gone since the time is over.
import type { Draw, DrawWin, DrawWinner } from '@lantern/shared/features/draw/contract.ts'
import { picturedIn, standingIn } from '@lantern/shared/features/draw/look.ts'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { formatLeftShort, formatMoment } from '@lantern/shared/ui/time.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { ActButton, PlayFine, PlayRow } from '../../plays/parts.tsx'
import type { BodyProps } from '../../plays/play.tsx'
import { useScene } from '../../session.ts'
import type { WordsInUse } from '../../useWords.ts'
import { CheckLink } from './Foot.tsx'
import { nameOf } from './note.ts'

interface OwnProps extends BodyProps<Draw> {
  readonly own: DrawWinner
  readonly isNews: boolean
}

export function OwnPrize({ one, room, words, own, isNews }: OwnProps) {
  const { view, open } = useScene()
  const win = view.own.wins.find(({ activityId }) => activityId === one.id) ?? null
  const state = win?.state ?? own.state
  const pictured = picturedIn(one, room.products)
  const claim = () => open({ kind: 'drawClaim', id: one.id })
  return (
    <div className="draw" data-stage="own" data-own={state} data-news={isNews}>
      <PlayRow>
        <div className="draw-own">
          {pictured && <ProductPicture className="draw-big" product={pictured} title={one.title} size={84} />}
          <div>
            <p className="draw-title">{headOf(one, state, words)}</p>
            <p className="draw-quiet" data-testid="draw-own-note">
              {noteOf({ state, until: own.until, win, words })}
            </p>
          </div>
        </div>
        {state !== 'expired' && (
          <ClaimButton until={own.until} isClaimed={state === 'claimed'} words={words} onTap={claim} />
        )}
      </PlayRow>
      <PlayFine>
        {state === 'claimed' && (
          <button type="button" onClick={claim} data-testid="draw-change">
            {words.t('draw.change')}
          </button>
        )}
        <span>{othersOf(one, own, words)}</span>
        <CheckLink one={one} words={words} />
      </PlayFine>
    </div>
  )
}

function headOf(one: Draw, state: DrawWinner['state'], { t }: Pick<WordsInUse, 't'>): string {
  return state === 'expired' ? t('draw.ranOut') : t('draw.isYours', { prize: one.title })
}

interface Noted {
  readonly state: DrawWinner['state']
  readonly until: number
  readonly win: DrawWin | null
  readonly words: WordsInUse
}

function noteOf({ state, until, win, words: { t, locale } }: Noted): string {
  const time = formatMoment(until, locale)
  if (state === 'expired') return t('draw.ranOutNote', { time })
  if (state === 'won') return t('draw.onlyYou', { time })
  const contact = win?.contact?.value ?? ''
  return contact === '' ? t('draw.claimed') : t('draw.claimedNote', { contact })
}

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

interface ClaimButtonProps {
  readonly until: number
  readonly isClaimed: boolean
  readonly words: WordsInUse
  readonly onTap: () => void
}

function ClaimButton({ until, isClaimed, words: { t, count }, onTap }: ClaimButtonProps) {
  const { clock } = useScene().session.client
  const left = Math.max(0, until - useNow(clock, MINUTE_MS))
  const small =
    left > HOUR_MS
      ? t('draw.hoursLeft', { n: count(Math.round(left / HOUR_MS)) })
      : t('draw.timeLeft', { time: formatLeftShort(left) })
  if (isClaimed) return <ActButton state="in" label={t('draw.claimed')} testId="draw-claimed" />
  return <ActButton state="go" label={t('draw.claim')} small={small} onTap={onTap} testId="draw-claim" />
}

/** More than these make the line longer than it can be. */
const MOST_OTHERS = 3

function othersOf(one: Draw, own: DrawWinner, words: WordsInUse): string {
  const names = standingIn(one).flatMap((winner) => (winner.entryId === own.entryId ? [] : [nameOf(winner, words)]))
  if (names.length === 0) return ''
  const rest = names.length - MOST_OTHERS
  const said = [
    ...names.slice(0, MOST_OTHERS),
    ...(rest > 0 ? [words.t('draw.andMore', { n: words.count(rest) })] : []),
  ]
  return words.t('draw.alsoDrawn', { names: words.list(said) })
}
