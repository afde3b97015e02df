// What the overlay's address says: show, token behind the #, name, layout, look and language.
export const LAYOUTS = ['landscape', 'vertical'] as const
export type Layout = (typeof LAYOUTS)[number]
export const LOOKS = ['lantern', 'paper', 'clear'] as const
export type Look = (typeof LOOKS)[number]

export interface OverlayAddress {
  readonly show: string | null
  readonly token: string | null
  /** Tells several overlays of one show apart on the desk. */
  readonly name: string
  /** Null: as the source is wide or high. */
  readonly layout: Layout | null
  readonly look: Look
  readonly lang: string | null
}

/** In development the page lives below Vite's base. */
const PLACE = /^(?:\/viewer)?\/overlay\/([A-Za-z0-9_-]{1,64})\/?$/
const TOKEN = /^[A-Za-z0-9_-]{1,128}$/
const NAME = /^[A-Za-z0-9_-]{1,32}$/

type Place = Pick<Location, 'pathname' | 'search' | 'hash'>

const matching = (text: string | null, pattern: RegExp) => (text !== null && pattern.test(text) ? text : null)
const oneOf = <One extends string>(known: readonly One[], text: string | null) =>
  known.find((each) => each === text) ?? null

export function readOverlayAddress({ pathname, search, hash }: Place): OverlayAddress {
  const query = new URLSearchParams(search)
  return {
    show: PLACE.exec(pathname)?.[1] ?? null,
    token: matching(hash.slice(1), TOKEN),
    name: matching(query.get('name'), NAME) ?? 'main',
    layout: oneOf(LAYOUTS, query.get('layout')),
    look: oneOf(LOOKS, query.get('theme')) ?? 'lantern',
    lang: query.get('lang'),
  }
}
