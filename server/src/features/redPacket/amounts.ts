// What each place of a red packet holds, from its seed alone: whoever has the seed can deal it out again.
import { createHmac } from 'node:crypto'
import type { Sum } from '@lantern/shared/features/redPacket/sums.ts'

/** How many numbers one block of the stream gives, and of how many bytes each: they stay whole in a double. */
const PER_BLOCK = 5
const BYTES = 6
const RANGE = 2 ** (8 * BYTES)
/** Packets whose amounts are remembered, since every tap asks for them: at most 2,000 numbers each. */
const MOST_DEALT = 50
const dealt = new Map<string, readonly number[]>()

/**
 * The amounts in the order of the places: who is entered as number n gets the nth. They sum up to the total exactly.
 *
 * `fixed`: the total in even parts. `lucky`: everyone gets the least; what is left is cut at `places - 1` points, each drawn
 * evenly from 0 to what is left, and the pieces are dealt out as they lie. No place is better than another one, whatever its
 * number. The points come from the stream HMAC-SHA256(seed, "red packet 0"), HMAC-SHA256(seed, "red packet 1") and so on:
 * the seed as its 32 bytes, of each block five numbers of 6 bytes, the highest first. A number from the last, incomplete round
 * of `2^48` is passed over, so that no point is likelier than another.
 */
export function amountsOf(seed: string, sum: Sum): readonly number[] {
  const { how, places, totalMinor, leastMinor } = sum
  const key = [seed, how, places, totalMinor, leastMinor].join(' ')
  const amounts = dealt.get(key) ?? deal(seed, sum)
  // The oldest goes; whoever is asked again is the newest.
  dealt.delete(key)
  const [oldest] = dealt.keys()
  if (dealt.size >= MOST_DEALT && oldest !== undefined) dealt.delete(oldest)
  dealt.set(key, amounts)
  return amounts
}

function deal(seed: string, { how, places, totalMinor, leastMinor }: Sum): readonly number[] {
  if (how === 'fixed') return Array.from({ length: places }, () => totalMinor / places)
  const spare = totalMinor - places * leastMinor
  const cuts = pointsOf(seed, { count: places - 1, below: spare + 1 }).toSorted((a, b) => a - b)
  const ends = [...cuts, spare]
  return ends.map((end, nth) => leastMinor + end - (ends[nth - 1] ?? 0))
}

function pointsOf(seed: string, { count, below }: { count: number; below: number }): number[] {
  const fair = RANGE - (RANGE % below)
  const points: number[] = []
  for (let block = 0; points.length < count; block += 1) {
    points.push(...blockOf(seed, block).filter((number) => number < fair))
  }
  return points.slice(0, count).map((number) => number % below)
}

function blockOf(seed: string, nth: number): number[] {
  const block = createHmac('sha256', Buffer.from(seed, 'hex')).update(`red packet ${nth}`).digest()
  return Array.from({ length: PER_BLOCK }, (_, at) => block.readUIntBE(at * BYTES, BYTES))
}
