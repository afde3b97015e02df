// What each place of a red packet holds, computed from its seed as the published way says (decision 050).
import { createHmac } from 'node:crypto'
import type { RedPacketConfig } from '@lantern/shared/features/redPacket/contract.ts'

const NUMBERS = 2 ** 48
const PER_BLOCK = 5
const BYTES = 6

export function dealOut(seed: string, { how, places, totalMinor, leastMinor }: RedPacketConfig): number[] {
  if (how === 'fixed') return new Array<number>(places).fill(totalMinor / places)
  const spare = totalMinor - places * leastMinor
  const cuts = [0, ...drawCuts(seed, places - 1, spare + 1), spare]
  return cuts.slice(1).map((cut, nth) => leastMinor + cut - (cuts[nth] ?? 0))
}

/** In rising order, each below `below`. */
function drawCuts(seed: string, count: number, below: number): number[] {
  const cuts: number[] = []
  const fair = Math.floor(NUMBERS / below) * below
  for (let nth = 0; cuts.length < count; nth++) {
    const block = createHmac('sha256', Buffer.from(seed, 'hex')).update(`red packet ${nth}`).digest()
    const numbers = Array.from({ length: PER_BLOCK }, (_, at) => block.readUIntBE(at * BYTES, BYTES))
    cuts.push(...numbers.filter((number) => number < fair).map((number) => number % below))
  }
  return cuts.slice(0, count).sort((a, b) => a - b)
}
