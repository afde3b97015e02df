// @ts-check
// Computes a published red packet again and says of each step whether it is right: needs this file, Node and what was published.
// It imports nothing of Lantern's, so that whoever does not trust us can read all of it.
import { createHash, createHmac } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const USAGE = `usage: node verifyPacket.mjs <file | ->
Computes a red packet again from what the shop published at /v/<activity>.json; - reads from the standard input.
Exit code: 0 right, 1 wrong, 2 nothing to compute.`
const FORMAT = 'lantern-packet-1'
const EARLY = { announced: 'is not open yet', open: 'is still open', closed: 'is closed and not settled yet' }

/**
 * @typedef {{ commitment: string, seed: string, head: string }} Seal
 * @typedef {{ activityId: string, how: 'fixed' | 'lucky', places: number, totalMinor: number, leastMinor: number, count: number, entries: string[], amounts: number[], seal: Seal }} Packet
 * @typedef {{ isRight: boolean | null, says: string }} Check null: it is a note, neither right nor wrong
 */

/** There is nothing to compute, and why. */
export class NoPacket extends Error {}

/** @param {string} text */
const hex = (text) => Buffer.from(text, 'hex')
/** Hex counts as its bytes, ids as their text. @param {Buffer} bytes @param {string} [id] */
const sha256 = (bytes, id = '') => createHash('sha256').update(bytes).update(id).digest('hex')
/** @param {boolean} isRight @param {string} right @param {string} wrong @returns {Check} */
const check = (isRight, right, wrong) => ({ isRight, says: isRight ? right : wrong })
/** @param {readonly number[]} all */
const sumOf = (all) => all.reduce((sum, one) => sum + one, 0)

const STREAM = 2 ** 48
const PER_BLOCK = 5

/**
 * What each place holds. `fixed`: even parts. `lucky`: everyone gets the least; what is left is cut at `places - 1` points, and the
 * pieces are dealt out as they lie. The points are numbers of 6 bytes, highest first, five from each HMAC-SHA256(seed, "red packet
 * 0"), "red packet 1" and so on, those of the last incomplete round of 2^48 passed over, by their remainder.
 * @param {Packet} packet
 * @returns {number[]}
 */
export function amountsOf({ how, places, totalMinor, leastMinor, seal }) {
  if (how === 'fixed') return Array.from({ length: places }, () => totalMinor / places)
  const spare = totalMinor - places * leastMinor
  const fair = STREAM - (STREAM % (spare + 1))
  /** @type {number[]} */
  const points = []
  for (let nth = 0; points.length < places - 1; nth++) {
    const block = createHmac('sha256', hex(seal.seed)).update(`red packet ${nth}`).digest()
    const numbers = Array.from({ length: PER_BLOCK }, (_, at) => block.readUIntBE(at * 6, 6))
    points.push(...numbers.filter((number) => number < fair).map((number) => number % (spare + 1)))
  }
  const ends = [...points.slice(0, places - 1).sort((a, b) => a - b), spare]
  return ends.map((end, nth) => leastMinor + end - (ends[nth - 1] ?? 0))
}

const MOST_PLACES = 100_000
const MOST_MINOR = 1e14

/** What cannot be dealt out is not tried: it would never end. @param {Packet} packet */
function canBeDealt({ how, places, totalMinor, leastMinor }) {
  const isWhole = [places, totalMinor, leastMinor].every((number) => Number.isSafeInteger(number) && number >= 0)
  if (!isWhole || places < 1 || places > MOST_PLACES || totalMinor > MOST_MINOR) return false
  return how === 'fixed' ? totalMinor % places === 0 : places * leastMinor <= totalMinor
}

/** All steps, in the order in which they build on each other. @param {Packet} packet @returns {Check[]} */
export function checkPacket(packet) {
  const { seal, entries, count, places, amounts, totalMinor } = packet
  const isPromised = sha256(hex(seal.seed)) === seal.commitment
  const isWhole = entries.length === count && new Set(entries).size === count && count <= places
  const head = entries.reduce((before, entryId) => sha256(hex(before), entryId), seal.commitment)
  const isPossible = canBeDealt(packet)
  const all = isPossible ? amountsOf(packet) : []
  const wrong = amounts.findIndex((amount, nth) => amount !== all[nth])
  const isGiven = wrong === -1 && amounts.length === count
  const otherwise = !isPossible
    ? 'what was promised cannot be dealt out'
    : `place ${wrong + 1} got ${amounts[wrong]}, and by the seed it holds ${all[wrong]}`
  return [
    check(isPromised, 'the seed is the one that was promised', 'the seed is not the one that was promised'),
    check(
      isWhole,
      `all ${count} who opened it are listed, each once, and there are ${places} places`,
      `${count} of ${places} opened it, and ${entries.length} are listed, or one of them twice`,
    ),
    check(
      head === seal.head,
      'the receipts of all entries, one after the other, end in the published head',
      'the list of entries was changed: its receipts do not end in the published head',
    ),
    check(
      isGiven,
      `each of the ${count} places got what the seed says`,
      wrong === -1 ? `${count} opened it, and ${amounts.length} amounts are listed` : otherwise,
    ),
    check(
      sumOf(all) === totalMinor && all.every((amount) => Number.isSafeInteger(amount) && amount > 0),
      `all places together hold ${totalMinor}, exactly what was promised`,
      `all places together hold ${sumOf(all)}, and ${totalMinor} was promised`,
    ),
    { isRight: null, says: 'the shop could know beforehand which place holds how much; it could change nothing of it' },
  ]
}

/** @typedef {(value: unknown) => boolean} Is */
/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isThing = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
/** @type {Is} */
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0
/** @type {Is} */
const isMore = (value) => isCount(value) && value !== 0
/** @param {RegExp} form @returns {Is} */
const written = (form) => (value) => typeof value === 'string' && form.test(value)
/** @param {Is} is @returns {Is} */
const listOf = (is) => (value) => Array.isArray(value) && value.every(is)

const isHash = written(/^[0-9a-f]{64}$/)
/** @type {Record<string, Is>} */
const PARTS = {
  activityId: written(/./),
  how: written(/^(fixed|lucky)$/),
  places: isMore,
  totalMinor: isMore,
  leastMinor: isMore,
  count: isCount,
  entries: listOf(written(/^[0-9a-f]{32}$/)),
  amounts: listOf(isMore),
  seal: (seal) => isThing(seal) && ['commitment', 'seed', 'head'].every((name) => isHash(seal[name])),
}

/** @param {unknown} published */
const proofIn = (published) => (isThing(published) && isThing(published.proof) ? published.proof : published)

/** @param {unknown} published */
export function isPacket(published) {
  const proof = proofIn(published)
  return isThing(proof) && proof.format === FORMAT
}

/** Of what was published, the red packet. @param {unknown} published @returns {Packet} */
export function toPacket(published) {
  const proof = proofIn(published)
  if (!isThing(proof) || proof.format !== FORMAT) throw new NoPacket('this is not a published red packet')
  for (const [early, says] of Object.entries(EARLY))
    if (proof.state === early) throw new NoPacket(`the red packet ${says}: come back when it is over`)
  const broken = Object.entries(PARTS).find(([name, is]) => !is(proof[name]))
  if (broken !== undefined)
    throw new NoPacket(`the red packet cannot be read: ${broken[0]} is missing or has another form`)
  return /** @type {Packet} */ (/** @type {unknown} */ (proof))
}

/** @param {unknown} published @param {(line: string) => void} [print] @returns {number} the exit code */
export function tellPacket(published, print = console.log) {
  try {
    const packet = toPacket(published)
    print(`packet ${packet.activityId}`)
    const checks = checkPacket(packet)
    for (const { isRight, says } of checks)
      print(`${isRight === null ? 'note ' : isRight ? 'ok   ' : 'WRONG:'} ${says}`)
    const isRight = checks.every((one) => one.isRight !== false)
    print(`packet ${packet.activityId} ${isRight ? 'right' : 'wrong'}`)
    return isRight ? 0 : 1
  } catch (error) {
    if (!(error instanceof NoPacket)) throw error
    print(error.message)
    return 2
  }
}

/** @param {string | undefined} file @returns {number} */
function main(file) {
  if (file === undefined) {
    console.error(USAGE)
    return 2
  }
  const code = tellPacket(JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8')))
  console.log(`result packet_verified ${code === 0 ? 1 : 0}`)
  return code
}

const started = process.argv[1] ?? ''
if (started !== '' && realpathSync(started) === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv[2])
