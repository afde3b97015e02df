// Values that fit nothing, and values that fit but for one thing.
import type { Random } from './random.ts'

const DEEP = 3000
const HUGE = 40_000

const deepText = (open: string, close: string) => open.repeat(DEEP) + (open === '[' ? '' : '0') + close.repeat(DEEP)

/** Keys of an own property that JSON may bring and code may trip over. */
const POISON = [
  '{"__proto__":{"isAdmin":true,"ok":true}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"toString":1,"valueOf":2,"hasOwnProperty":3}',
  '{"toJSON":"x","then":{"then":1}}',
  '{"length":1000000000,"0":1}',
  '[{"__proto__":[]}]',
]
const UNICODE = [
  '\u0000',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u2066',
  '\ufeff',
  'ﷺ'.repeat(50),
  'e' + '\u0301'.repeat(500),
  '\u{10ffff}',
]
const WRONG: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  -1e-300,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  '0',
  '[object Object]',
  '9'.repeat(400),
  [],
  [[]],
  {},
  { 0: 0 },
]

export function makeHostile(random: Random): unknown {
  return random.pick<() => unknown>([
    () => random.pick(WRONG),
    () => random.pick(UNICODE),
    () => JSON.parse(random.pick(POISON)),
  ])()
}

/** Near the largest message there may be. */
export function makeHuge(random: Random): unknown {
  return random.pick<() => unknown>([
    () => 'x'.repeat(HUGE),
    () => '\u{1f4a5}'.repeat(HUGE / 8),
    () => new Array<number>(HUGE / 4).fill(0),
    () => Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`k${n}`, n])),
  ])()
}

export function makeDeep(random: Random): unknown {
  return JSON.parse(random.chance(0.5) ? deepText('[', ']') : deepText('{"a":', '}'))
}

const ADDED = ['extra', 'constructor', 'ok', 'id', 'toString']

type Place = { readonly in: Record<string, unknown>; readonly key: string }

function placesOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [{ in: holder, key }, ...placesOf(holder[key])])
}

/** A copy with one thing changed, left out or added. */
export function spoil(value: unknown, random: Random): unknown {
  const copy: unknown = structuredClone(value)
  const places = placesOf(copy)
  if (places.length === 0) return makeHostile(random)
  const place = random.pick(places)
  const share = random.next()
  if (share < 0.2) delete place.in[place.key]
  else if (share < 0.4) place.in[random.pick(ADDED)] = makeHostile(random)
  else place.in[place.key] = share < 0.43 ? makeHuge(random) : makeHostile(random)
  return copy
}
