// The show while it is live: picture, card, comments; products and comments stand beside it on a wide screen.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { Play } from 'lucide-react'
import { Stage } from '../media/Stage.tsx'
import type { Player } from '../media/usePlayer.ts'
import { usePlayer } from '../media/usePlayer.ts'
import { Card } from '../parts/Card.tsx'
import { Comments } from '../parts/Comments.tsx'
import { Foot } from '../parts/Foot.tsx'
import { HeldStrips } from '../parts/HeldStrip.tsx'
import { Minis } from '../parts/Minis.tsx'
import { NoticeLine } from '../parts/NoticeLine.tsx'
import { ProductList } from '../parts/ProductList.tsx'
import { StatusLine } from '../parts/StatusLine.tsx'
import { TopBar } from '../parts/TopBar.tsx'
import { useScene } from '../session.ts'
import { useKeyboardHeight } from '../useKeyboardHeight.ts'
import { useWide } from '../useWide.ts'
import { useWords } from '../useWords.ts'
import { besideIds, frontProductId, stripHolds } from '../view/holds.ts'
import { pictureLine, standInOf } from '../view/lines.ts'
import { useDeal } from '../view/useDeal.ts'

export function LivePage({ room }: { readonly room: RoomState }) {
  const { session, view } = useScene()
  const isWide = useWide()
  const player = usePlayer(session)
  useKeyboardHeight()
  const line = pictureLine({
    status: view.status,
    host: room.show.host,
    picture: room.show.picture,
    media: player.status,
    hasPicture: player.picture.hasPicture,
    waitedLong: player.waitedLong,
  })
  const standIn = standInOf(room.show)
  return (
    <main className="room" data-wide={isWide}>
      <Stage player={player} isDimmed={line === 'hostAway' || line === 'connectionLost'} standIn={standIn} />
      <div className="shade" />
      <div className="above">
        <TopBar room={room} player={player} standIn={standIn} />
        <StatusLine line={line} />
      </div>
      {player.picture.needsTap && <TapToPlay player={player} />}
      <Stack room={room} />
      {isWide && <Rundown room={room} />}
    </main>
  )
}

/** What can be bought is read, and reached by key, before what people say; on a phone it stands below that. */
function Stack({ room }: { readonly room: RoomState }) {
  const { holds } = useScene()
  const front = frontProductId(room, holds)
  const action = useDeal(room, front ?? '', 1_000)?.action ?? null
  const shown = action !== null && 'hold' in action ? action.hold : null
  return (
    <div className="stack">
      <div className="deals">
        <NoticeLine />
        <HeldStrips room={room} holds={stripHolds(holds, shown)} />
        {front !== null && <Card key={front} room={room} productId={front} />}
      </div>
      <div className="talk">
        <Comments room={room} />
        <Minis room={room} ids={besideIds(room, front)} />
      </div>
      <Foot room={room} />
    </div>
  )
}

function Rundown({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  return (
    <aside className="rundown" data-theme="dark" aria-label={t('products')}>
      <h2 className="small-head">{t('products')}</h2>
      <ProductList room={room} />
    </aside>
  )
}

function TapToPlay({ player }: { readonly player: Player }) {
  const { t } = useWords()
  return (
    <button className="tap-to-play" onClick={player.picture.play} data-testid="tap-to-play">
      <Play size={28} aria-hidden="true" />
      {t('tapToPlay')}
    </button>
  )
}
