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

/** Upper case and other dashes are no reason to doubt what was meant. */
function nearest(name: string): { name: string; away: number } {
  const meant = name.toUpperCase().replaceAll('-', '_')
  const all = [...known].map((one) => ({ name: one, away: distance(meant, one) }))
  return all.reduce((least, one) => (one.away < least.away ? one : least))
}

function isSaidByPlatform(name: string, value: string | undefined): boolean {
  return FOREIGN.test(name) || /^(tcp|udp):\/\//.test(value ?? '')
}

/** One line for each, in the order given. */
export function findUnknownSettings(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(env).flatMap(([name, value]) => {
    if (known.has(name) || value === undefined || isSaidByPlatform(name, value)) return []
    const near = nearest(name)
    const isOurs = name.includes('_') && beginnings.has(name.split('_')[0] ?? '')
    const isNear = name.length >= SHORTEST && near.away <= (name.length < 10 ? 1 : 2)
    if (!isOurs && !isNear) return []
    const closeEnough = near.away <= Math.max(2, Math.floor(name.length / 3))
    return [`${name}: no such setting${closeEnough ? `; did you mean ${near.name}?` : ''}`]
  })
}
