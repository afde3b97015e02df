// Names settings that the server does not know but that look like its own, with the one that was probably meant.
import { noteOf, SETTING_NAMES } from './settings.ts'

/** Read by the set-up and the demo, not by the server. */
const OTHERS = [
  'DEMO_SHOP_PORT',
  'MEDIASOUP_WORKER_BIN',
  'LANTERN_CACHE',
  'LANTERN_ENV_FILE',
  'STUDIO_URL',
  'STUDIO_ISSUER',
  'SHOP_MISBEHAVES',
]
/** Beginnings of ours that others use as well: such a name is only named when it is nearly one of ours. */
const SHARED = [
  'PORT',
  'HOST',
  'HTTPS',
  'DATA',
  'DATABASE',
  'NODE',
  'REDIS',
  'LOG',
  'PUBLIC',
  'MIN',
  'SOCKET',
  'SALE',
  'MEDIASOUP',
]
/** What container platforms tell about services that happen to be called as ours begin, and Shopify's own tools. */
const FOREIGN = /_SERVICE_(HOST|PORT)(_|$)|_PORT_\d+_(TCP|UDP)|^SHOPIFY_(CLI|FLAG)_/
const SHORTEST = 6

const known = new Set([
  ...SETTING_NAMES.flatMap((name) => (noteOf(name).secret === true ? [name, `${name}_FILE`] : [name])),
  ...OTHERS,
])
const beginnings = new Set(
  [...SETTING_NAMES.map((name) => name.split('_')[0] ?? ''), 'LANTERN'].filter((one) => !SHARED.includes(one)),
)

/** How many letters must be put in, left out, changed or swapped with their neighbour. */
function distance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, n) => n)]
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= one.length; i++) {
    rows[i] = [i]
    for (let j = 1; j <= other.length; j++) {
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? at(i - 2, j - 2) + 1 : Infinity
      const changed = at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1)
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped))
    }
  }
  return at(one.length, other.length)
}

/** Upper case and other dashes are no reason to doubt what was meant. Null: every one of ours is further away than `most`. */
function nearest(name: string, most: number): { name: string; away: number } | null {
  const meant = name.toUpperCase().replaceAll('-', '_')
  // A difference in length must be put in or left out; a shell sets dozens of names, and a start looks at each of them.
  const near = [...known].filter((one) => Math.abs(one.length - meant.length) <= most)
  const all = near.map((one) => ({ name: one, away: distance(meant, one) })).filter(({ away }) => away <= most)
  return all.reduce<(typeof all)[number] | null>((least, one) => (least && least.away <= one.away ? least : one), null)
}

function isSaidByPlatform(name: string, value: string | undefined): boolean {
  return FOREIGN.test(name) || /^(tcp|udp):\/\//.test(value ?? '')
}

function isOurs(name: string): boolean {
  return name.includes('_') && beginnings.has(name.split('_')[0] ?? '')
}

/** Null: it is somebody else's. */
function lineOf(name: string): string | null {
  if (isOurs(name)) {
    const near = nearest(name, Math.max(2, Math.floor(name.length / 3)))
    return `${name}: no such setting${near ? `; did you mean ${near.name}?` : ''}`
  }
  const near = name.length < SHORTEST ? null : nearest(name, name.length < 10 ? 1 : 2)
  return near && `${name}: no such setting; did you mean ${near.name}?`
}

/** One line for each, in the order given. */
export function findUnknownSettings(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(env).flatMap(([name, value]) => {
    if (known.has(name) || value === undefined || isSaidByPlatform(name, value)) return []
    return lineOf(name) ?? []
  })
}
