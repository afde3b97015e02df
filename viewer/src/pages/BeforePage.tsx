// Before the show: what it is called, and what features have to say until it opens.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { useParts } from '../useParts.ts'
import { useWords } from '../useWords.ts'
import { PosterPage } from './PosterPage.tsx'

export function BeforePage({ room }: { readonly room: RoomState }) {
  const { text } = useWords()
  const { show } = room
  const parts = useParts('before')
  return (
    <PosterPage room={room} parts={parts} testId="before-show">
      <p className="poster-shop">{show.shopName}</p>
      <h1 className="poster-title">{text(show.title)}</h1>
      {parts.map(({ key, at, Poster }) => at === 'head' && <Poster key={key} room={room} />)}
    </PosterPage>
  )
}
