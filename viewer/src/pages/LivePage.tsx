// The show while it is live: the picture, and what features put over it and, on a wide screen, beside it.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { Play } from 'lucide-react'
import { Stage } from '../media/Stage.tsx'
import type { Player } from '../media/usePlayer.ts'
import { usePlayer } from '../media/usePlayer.ts'
import { NoticeLine } from '../parts/NoticeLine.tsx'
import { StatusLine } from '../parts/StatusLine.tsx'
import { TopBar } from '../parts/TopBar.tsx'
import { PlaySlot } from '../plays/PlaySlot.tsx'
import { Tiles } from '../plays/Tiles.tsx'
import { usePlays } from '../plays/usePlays.ts'
import { useScene } from '../session.ts'
import { useKeyboardHeight } from '../useKeyboardHeight.ts'
import { useParts } from '../useParts.ts'
import { useWide } from '../useWide.ts'
import { useWords } from '../useWords.ts'
import { pictureLine, standInOf } from '../view/lines.ts'

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
      {isWide && <Beside room={room} />}
    </main>
  )
}

/** What can be bought is read, and reached by key, before what people say; on a phone it stands below that. */
function Stack({ room }: { readonly room: RoomState }) {
  const plays = usePlays(room)
  return (
    <div className="stack">
      <div className="deals">
        <NoticeLine />
        <Row room={room} row="deals" />
        <PlaySlot room={room} plays={plays} />
      </div>
      <div className="talk">
        <Row room={room} row="comments" />
        <Tiles room={room} plays={plays} />
      </div>
      <footer className="foot">
        <Row room={room} row="foot" />
      </footer>
    </div>
  )
}

function Row({ room, row }: { readonly room: RoomState; readonly row: 'deals' | 'comments' | 'foot' }) {
  const parts = useParts('live.stack')
  return parts.filter((part) => part.row === row).map(({ key, Live }) => <Live key={key} room={room} />)
}

function Beside({ room }: { readonly room: RoomState }) {
  return useParts('live.beside').map(({ key, Beside: One }) => <One key={key} room={room} />)
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
