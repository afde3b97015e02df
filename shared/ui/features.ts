// A page's features: what each puts into which place of the page, and that none is listed twice.

/** What a place asks of a part: what is known from the start, and what may be loaded. */
export interface Kind {
  readonly light: object
  readonly loaded: object
}

type Kinds<Places> = { readonly [P in keyof Places]: Kind }

/** Where a place has an order: lower first. Without one it is 0; equals stand in the order of their features' names. */
interface Ranked {
  readonly rank?: number
}

export type Part<K extends Kind> = K['light'] &
  Ranked & {
    /** Imported only where it is not needed at once. */
    readonly load: () => K['loaded'] | Promise<K['loaded']>
  }
export type Ready<K extends Kind> = K['light'] & K['loaded'] & { readonly key: string }

/** Parts of one feature in one place stand in the order they are written in. */
export interface Feature<Places extends Kinds<Places>> {
  readonly parts: { readonly [P in keyof Places]?: Readonly<Record<string, Part<Places[P]>>> }
}

interface WithParts {
  readonly parts: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** Its keys with their places. */
type Claims<One> = One extends WithParts
  ? { [P in keyof One['parts'] & string]: `${P} ${keyof One['parts'][P] & string}` }[keyof One['parts'] & string]
  : never

type Twice<All> = { [Name in keyof All]: Claims<All[Name]> & Claims<All[Exclude<keyof All, Name>]> }[keyof All]

type Once<All> = [Twice<All>] extends [never] ? unknown : { readonly claimedTwice: Twice<All> }

/** Takes the module that names them, in which the language refuses a name twice; two parts with one key in a place do not compile. */
export function listFeatures<All extends { readonly [Name in keyof All]: WithParts }>(
  all: All & Once<All>,
): readonly All[keyof All][] {
  const named: [string, All[keyof All]][] = Object.entries(all)
  const claims = named.flatMap(([, { parts }]) =>
    Object.entries(parts).flatMap(([place, each]) => Object.keys(each).map((key) => `${place} ${key}`)),
  )
  const twice = claims.find((claim, at) => claims.indexOf(claim) !== at)
  if (twice !== undefined) throw new Error(`claimed twice: ${twice}`)
  return named.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, feature]) => feature)
}

/** By their rank; equals stay as they stand. */
export function byRank<One extends Ranked>(all: readonly One[]): readonly One[] {
  return [...all].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
}

type Listed<K extends Kind> = Part<K> & { readonly key: string }

export interface Parts<Places extends Kinds<Places>> {
  /** As they are listed, without what may have to be loaded: all of a place, or the one with this key. */
  list<P extends keyof Places>(place: P, key?: string): readonly Listed<Places[P]>[]
  /** Null: they have yet to be loaded, and are on their way. */
  get<P extends keyof Places>(place: P, key?: string): readonly Ready<Places[P]>[] | null
  /** Resolves once `get` has them: the same promise whenever it is asked, as React needs it. */
  load(place: keyof Places, key?: string): Promise<unknown>
}

export function createParts<Places extends Kinds<Places>>(features: readonly Feature<Places>[]): Parts<Places> {
  const listed: { [P in keyof Places]?: readonly Listed<Places[P]>[] } = {}
  const here: { [P in keyof Places]?: Readonly<Record<string, Ready<Places[P]>>> } = {}
  const coming = new Map<string, Promise<unknown>>()
  const asked = new Map<string, Promise<unknown>>()

  function list<P extends keyof Places>(place: P, wanted?: string): readonly Listed<Places[P]>[] {
    const all = listed[place] ?? listIn(features, place)
    listed[place] = all
    return wanted === undefined ? all : all.filter(({ key }) => key === wanted)
  }
  function keep<P extends keyof Places>(place: P, part: Ready<Places[P]>) {
    here[place] = { ...here[place], [part.key]: part }
  }
  /** What is there at once is kept at once: a first picture waits for nothing. Null: it is there. */
  function begin<P extends keyof Places>(place: P, part: Listed<Places[P]>) {
    const id = `${String(place)} ${part.key}`
    if (here[place]?.[part.key] !== undefined) return null
    const known = coming.get(id)
    if (known !== undefined) return known
    const loaded = part.load()
    if (!(loaded instanceof Promise)) {
      keep(place, { ...part, ...loaded })
      return null
    }
    const arrives = loaded.then((now) => keep(place, { ...part, ...now }))
    coming.set(id, arrives)
    return arrives
  }
  return {
    list,
    get: (place, key) => {
      const wanted = list(place, key)
      if (wanted.some((part) => begin(place, part) !== null)) return null
      return wanted.flatMap((part) => here[place]?.[part.key] ?? [])
    },
    load: (place, key = '') => {
      const id = `${String(place)} ${key}`
      const all =
        asked.get(id) ?? Promise.all(list(place, key || undefined).flatMap((part) => begin(place, part) ?? []))
      asked.set(id, all)
      return all
    },
  }
}

function listIn<Places extends Kinds<Places>, P extends keyof Places>(
  features: readonly Feature<Places>[],
  place: P,
): readonly Listed<Places[P]>[] {
  const parts = features.flatMap((feature) => Object.entries<Part<Places[P]>>(feature.parts[place] ?? {}))
  return byRank(parts.map(([key, part]) => ({ ...part, key })))
}
