// Computes a red packet again from what is published: what each place holds follows from the seed, whoever tapped.
import type { PacketProof } from '@lantern/shared/contract/published.ts'
import { headOf, type Step } from './checkProof.ts'
import { bytesOf, hmacBy, joined, sha256 } from './hashes.ts'

const HEX_DIGITS = 12
const PER_BLOCK = 5
const STREAM = 2 ** 48

/** Of one that is over, with its seed. */
export async function checkPacket(proof: PacketProof): Promise<readonly Step[]> {
  const { seal, entries, count, places, amounts, totalMinor } = proof
  if (seal.seed === null) return []
  const all = canBeDealt(proof) ? await amountsIn(proof, seal.seed) : []
  const isListed = entries.length === count && new Set(entries).size === count && count <= places
  return [
    { name: 'seed', isRight: (await sha256(bytesOf(seal.seed))) === seal.commitment, n: 0 },
    {
      name: 'chain',
      isRight: isListed && (await headOf(seal.commitment, entries)) === seal.head,
      n: entries.length,
    },
    { name: 'amounts', isRight: amounts.join() === all.slice(0, count).join(), n: amounts.length },
    { name: 'sum', isRight: all.reduce((sum, one) => sum + one, 0) === totalMinor, n: 0 },
  ]
}

const MOST_PLACES = 100_000
const MOST_MINOR = 1e14

/** What cannot be dealt out is not tried: it would never end. */
function canBeDealt({ how, places, totalMinor, leastMinor }: PacketProof): boolean {
  if (places < 1 || places > MOST_PLACES || totalMinor > MOST_MINOR) return false
  return how === 'fixed' ? totalMinor % places === 0 : places * leastMinor <= totalMinor
}

async function amountsIn(proof: PacketProof, seed: string): Promise<readonly number[]> {
  const { how, places, totalMinor, leastMinor } = proof
  if (how === 'fixed') return Array.from({ length: places }, () => totalMinor / places)
  const spare = totalMinor - places * leastMinor
  const points = (await pointsOf(seed, { count: places - 1, below: spare + 1 })).sort((a, b) => a - b)
  const ends = [...points, spare]
  return ends.map((end, nth) => leastMinor + end - (ends[nth - 1] ?? 0))
}

async function pointsOf(seed: string, { count, below }: { count: number; below: number }): Promise<number[]> {
  const blockOf = await hmacBy(bytesOf(seed))
  const fair = STREAM - (STREAM % below)
  const points: number[] = []
  for (let nth = 0; points.length < count; nth += 1) {
    const block = await blockOf(joined(`red packet ${nth}`))
    const numbers = Array.from({ length: PER_BLOCK }, (_, at) =>
      Number.parseInt(block.slice(at * HEX_DIGITS, (at + 1) * HEX_DIGITS), 16),
    )
    points.push(...numbers.filter((number) => number < fair).map((number) => number % below))
  }
  return points.slice(0, count)
}
