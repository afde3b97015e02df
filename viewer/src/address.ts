// What the address says: show, product to open, share link, language, and a message brought along.
export interface Address {
  readonly show: string | null
  readonly product: string | null
  readonly via: string | null
  readonly lang: string | null
  /** A refusal's code; not yet known to be one of ours. */
  readonly notice: string | null
  /** With a notice of them: what the shop asks and what was held. */
  readonly sums: { readonly askedMinor: number; readonly heldMinor: number; readonly currency: string } | null
  /** The hold somebody comes back from the shop with. */
  readonly back: string | null
}

/** In development the page lives below Vite's base. */
const PLACE = /^(?:\/viewer)?\/s\/([A-Za-z0-9_-]{1,64})(?:\/p\/([A-Za-z0-9_-]{1,64}))?\/?$/
const VIA = /^[A-Za-z0-9_.~-]{1,256}$/
const CODE = /^[A-Z_]{2,40}$/

const matching = (text: string | null, pattern: RegExp) => (text !== null && pattern.test(text) ? text : null)

const MINOR = /^\d{1,12}$/
const CURRENCY = /^[A-Z]{3}$/

function readSums(query: URLSearchParams): Address['sums'] {
  const asked = matching(query.get('asked'), MINOR)
  const held = matching(query.get('held'), MINOR)
  const currency = matching(query.get('currency'), CURRENCY)
  if (asked === null || held === null || currency === null) return null
  return { askedMinor: Number(asked), heldMinor: Number(held), currency }
}

export function readAddress(location: { readonly pathname: string; readonly search: string }): Address {
  const [, show = null, product = null] = PLACE.exec(location.pathname) ?? []
  const query = new URLSearchParams(location.search)
  return {
    show,
    product,
    via: matching(query.get('via'), VIA),
    lang: query.get('lang'),
    notice: matching(query.get('notice'), CODE),
    sums: readSums(query),
    back: query.get('back'),
  }
}

/** The same address without what is told once: a refusal, a hold somebody came back with. */
export function withoutArrival(href: string): string {
  const url = new URL(href)
  for (const told of ['notice', 'asked', 'held', 'currency', 'back']) url.searchParams.delete(told)
  return url.href
}

/** The page of another show of this shop, in the language that was chosen here. */
export function showPath(showId: string, { lang }: Pick<Address, 'lang'>): string {
  const query = lang === null ? '' : `?${new URLSearchParams({ lang }).toString()}`
  return `/s/${encodeURIComponent(showId)}${query}`
}

/** The link to pass on: show, product and share code; nothing that belongs to this visit. */
export function shareUrl(origin: string, address: Address): string {
  const url = new URL(`/s/${address.show ?? ''}`, origin)
  if (address.via !== null) url.searchParams.set('via', address.via)
  return url.href
}
