// What to write in a comment to hold a product or one of its sizes.
import type { OfferId } from '@lantern/shared/contract/ids.ts'
import type { RoomProps } from '../../places.ts'
import { useWords } from '../../useWords.ts'
import type { Deal } from '../../view/deal.ts'
import { keywordOf, keywordsOf } from './keywords.ts'

export function KeywordLine({ room, deal }: RoomProps & { readonly deal: Deal }) {
  const { t } = useWords()
  const free = deal.choices.filter(({ left }) => left > 0).map(({ offer }) => offer.id)
  const keyword = keywordsOf(room, free)
  if (keyword === null) return null
  return (
    <p className="told" data-testid="comment-to-hold">
      {t('commentToHold', { keyword })}
    </p>
  )
}

export function KeywordHint({ room, offerId }: RoomProps & { readonly offerId: OfferId }) {
  const { t } = useWords()
  const keyword = keywordOf(room, offerId)
  return keyword && <small data-testid="keyword">{t('commentKeyword', { keyword })}</small>
}
