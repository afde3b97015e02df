// Where a buyer is sent who comes back from the shop: the same show, by the same share link, in the same language.
import type { Locale } from '@lantern/shared/contract/things.ts'

export interface CameFrom {
  readonly showId: string
  /** The share link that was frozen with the hold; null: none, or it is somebody else's. */
  readonly via: string | null
}

/** What the page tells on arrival: what became of the hold that was taken along, or why there was no way to the shop. */
export type Arrival = { readonly back: string } | { readonly notice: string }

/** A path of this server; `locale` is the language that the show was seen in. */
export function wayBack({ showId, via }: CameFrom, arrival: Arrival, locale: Locale): string {
  const query = new URLSearchParams({ ...arrival })
  if (via !== null) query.set('via', via)
  query.set('lang', locale)
  return `/s/${showId}?${query}`
}
