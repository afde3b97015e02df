// One's own live holds: over the picture those that the card in front does not show, after the show all of them.
import type { RoomProps } from '../../places.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { isLive, stripHolds } from '../../view/holds.ts'
import { useFront } from '../../view/useFront.ts'
import { BuyTogether } from './BuyTogether.tsx'
import { HeldStrips } from './HeldStrips.tsx'

export function BesideCard({ room }: RoomProps) {
  const { holds } = useScene()
  const beside = stripHolds(holds, useFront(room).shown)
  return (
    <>
      <BuyTogether />
      <HeldStrips room={room} holds={beside} />
    </>
  )
}

export function StillHeldWords() {
  const { t } = useWords()
  return useScene().holds.some(isLive) && <p className="poster-words">{t('endedWords')}</p>
}

export function StillHeld({ room }: RoomProps) {
  const { t } = useWords()
  const live = useScene().holds.filter(isLive)
  return (
    <>
      {live.length > 0 && <h2 className="small-head">{t('yourHolds')}</h2>}
      <BuyTogether />
      <HeldStrips room={room} holds={live} />
    </>
  )
}
