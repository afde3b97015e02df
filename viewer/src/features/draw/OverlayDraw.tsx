// The body of a draw in the overlay: the prize, whose it is, and that anyone can check it.
import type { Draw } from '@lantern/shared/features/draw/contract.ts'
import { shortHash } from '@lantern/shared/activities/shortHash.ts'
import { decidesAt, picturedIn, stageOf, standingIn } from '@lantern/shared/features/draw/look.ts'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { ShieldCheck } from 'lucide-react'
import type { OverlayShown } from '../../plays/overlayPlay.tsx'
import { initialOf } from './Names.tsx'
import { clockOf, nameOf, winsOf } from './note.ts'

/** More names than these nobody reads across a room. */
const MOST_NAMES = 6

export function OverlayDraw(shown: OverlayShown<Draw>) {
  const { one, room } = shown
  const pictured = picturedIn(one, room.products)
  return (
    <div className="overlay-draw" data-stage={stageOf(one)}>
      <div className="overlay-draw-prize">
        {pictured && <ProductPicture product={pictured} title={one.title} />}
        <p data-testid="overlay-draw-line">{lineOf(shown)}</p>
      </div>
      <Names {...shown} />
      <Seal {...shown} />
    </div>
  )
}

function lineOf({ one, words }: OverlayShown<Draw>): string {
  const { t, locale } = words
  const stage = stageOf(one)
  const at = decidesAt(one)
  if (stage === 'drawn') return t('draw.goesHomeWith')
  if (stage === 'nobody') return t('draw.nobody')
  if (stage === 'waiting') return at === null ? t('draw.closedNote') : t('draw.publicAt', { time: clockOf(at, locale) })
  return winsOf(one, words)
}

function Names({ one, words }: OverlayShown<Draw>) {
  const winners = standingIn(one)
  if (winners.length === 0) return null
  const rest = winners.length - MOST_NAMES
  return (
    <ul>
      {winners.slice(0, MOST_NAMES).map((winner) => {
        const name = nameOf(winner, words)
        return (
          <li key={winner.entryId}>
            <i aria-hidden="true">{initialOf(name)}</i>
            <span>{name}</span>
          </li>
        )
      })}
      {rest > 0 && <li className="overlay-draw-more">{words.t('draw.andMore', { n: words.count(rest) })}</li>}
    </ul>
  )
}

function Seal({ one: { seal }, words: { t } }: OverlayShown<Draw>) {
  if (seal === null) return null
  return (
    <p className="overlay-draw-seal">
      <ShieldCheck aria-hidden="true" />
      <span>{t(seal.round === null ? 'draw.noBeacon' : 'draw.anyoneCanCheck')}</span>
      <em>{shortHash(seal.commitment)}</em>
    </p>
  )
}
