// After the show: thank you, and what features have to say once it is over.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useParts } from '../useParts.ts'
import { useWords } from '../useWords.ts'
import { PosterPage } from './PosterPage.tsx'

export function EndedPage({ room }: { readonly room: RoomState }) {
  const { t, text, locale } = useWords()
  const { show } = room
  const parts = useParts('after')
  return (
    <PosterPage room={room} parts={parts} testId="ended">
      <p className="poster-shop">{show.shopName}</p>
      <h1 className="poster-title">{t('ended')}</h1>
      <p className="poster-words">{text(show.title)}</p>
      {parts.map(({ key, at, Poster }) => at === 'head' && <Poster key={key} room={room} />)}
      {show.endedAt !== null && (
        <p className="poster-words">{t('endedAt', { time: formatMoment(show.endedAt, locale) })}</p>
      )}
    </PosterPage>
  )
}
