// Where a buyer is sent who comes back from the shop: the same show, by the same share link, in the same language.
import type { Refusal } from '@lantern/shared/contract/refusals.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import { z } from 'zod'

export interface CameFrom {
  readonly showId: string
  /** The share link that was frozen with the hold; null: none, or it is somebody else's. */
  readonly via: string | null
}

/** The shop's sum and the hold's, in minor units. */
interface Sums {
  readonly asked: string
  readonly held: string
  readonly currency: string
}

/** What the page tells on arrival: what became of the hold that was taken along, or why there was no way to the shop. */
export type Arrival = { readonly back: string } | ({ readonly notice: string } & Partial<Sums>)

const Detail = z.object({ quotedMinor: z.number(), dueMinor: z.number(), currency: z.string() })

/** A refusal as the page tells it: where a cart comes to something else than the hold, with both sums. */
export function noticeOf({ code, detail }: Pick<Refusal, 'code' | 'detail'>): Arrival {
  const sums = code === 'PRICE_DIFFERS' ? Detail.safeParse(detail) : null
  if (sums === null || !sums.success) return { notice: code }
  const { quotedMinor, dueMinor, currency } = sums.data
  return { notice: code, asked: String(quotedMinor), held: String(dueMinor), currency }
}

/** A path of this server; `locale` is the language that the show was seen in. */
export function wayBack({ showId, via }: CameFrom, arrival: Arrival, locale: Locale): string {
  const query = new URLSearchParams({ ...arrival })
  if (via !== null) query.set('via', via)
  query.set('lang', locale)
  return `/s/${showId}?${query}`
}
