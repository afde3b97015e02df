// What stands on the poster of a link: the product in front, what it costs, and when the show is.
import { hoursIn } from '@lantern/shared/contract/hours.ts'
import type { Locale, Offer, Product } from '@lantern/shared/contract/things.ts'
import { POSTER_WORDS } from '../posters/words.ts'
import { formatMoney } from '@lantern/shared/contract/money.ts'
import type { Poster } from '../posters/drawPoster.ts'
import type { KnownRoom } from './roomReads.ts'
import { textOf } from './showTags.ts'

interface Asked {
  readonly locale: Locale
  /** IANA name of the reader's zone; what is none is the server's own. */
  readonly timeZone: string
  readonly url: string
}

/** The one that is pinned, else the first of the show. */
export function productOf({ products, pins }: KnownRoom): Product | null {
  const [pinned] = pins.productIds
  return products.find(({ id }) => id === pinned) ?? products[0] ?? null
}

export function posterOf(room: KnownRoom, { locale, timeZone, url }: Asked): Omit<Poster, 'picture'> {
  const { show, offers } = room
  const words = POSTER_WORDS[locale]
  const product = productOf(room)
  const price = product === null ? null : priceOf(offers, product)
  const { phase, startsAt } = show
  const states = { scheduled: momentOf(startsAt, locale, timeZone), live: words.live, ended: words.over }
  return {
    locale,
    url,
    title: textOf(show.title, locale),
    shop: show.shopName,
    product: product === null ? null : textOf(product.title, locale),
    price: price && words.price(formatMoney(price.minor, price.currency, locale), price.isFrom),
    when: states[phase],
    isLive: phase === 'live',
    scan: words.scan,
  }
}

function priceOf(offers: readonly Offer[], { id }: Product) {
  const prices = offers.flatMap((offer) => (offer.productId === id ? [offer] : []))
  const [first] = prices.toSorted((a, b) => a.priceMinor - b.priceMinor)
  if (first === undefined) return null
  const { priceMinor: minor, currency } = first
  return { minor, currency, isFrom: prices.some(({ priceMinor }) => priceMinor > minor) }
}

/** By name alone: of offsets from UTC there are thousands, and each would be a poster of its own. */
const ZONES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'))

function momentOf(at: number, locale: Locale, timeZone: string): string {
  const parts = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const
  const zone = ZONES.has(timeZone) ? { timeZone } : {}
  return new Intl.DateTimeFormat(locale, { ...parts, ...hoursIn(locale), ...zone }).format(at)
}
