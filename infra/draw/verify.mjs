// @ts-check
// Computes a published draw again and says of each step whether it is right: needs this file, Node and what was published.
// It imports nothing of Lantern's, so that whoever does not trust us can read all of it.
import { createHash, createHmac } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const USAGE = `usage: node verify.mjs <file | -> ...
Computes a draw again from what the shop published at /v/<activity>.json, or a red packet with verifyPacket.mjs beside this file; - reads from the standard input.
A file holds one draw, or one in each line. Exit code: 0 right, 1 wrong, 2 nothing to compute.`

/** drand's quicknet, the one network that draws name: https://api.drand.sh/<hash>/info. */
const NETWORK = {
  hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  genesisMs: 1_692_803_367_000,
  periodMs: 3000,
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
}
const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'
const EARLY = { announced: 'is not open yet', open: 'is still open', closed: 'is closed and not drawn yet' }

/**
 * @typedef {{ entryId: string, why: string }} Passed
 * @typedef {{ lost: string, passed: Passed[], to: string | null }} Redraw
 * @typedef {{ winners: string[], passed: Passed[], redraws: Redraw[] }} Drawn
 * @typedef {{ commitment: string, seed: string, chain: string | null, round: number | null, randomness: string | null, signature: string | null, head: string }} Seal
 * @typedef {{ activityId: string, winners: number, closedAt: number, count: number, entries: string[], seal: Seal, drawn: Drawn }} Draw
 * @typedef {{ isRight: boolean | null, says: string }} Check null: it is a note, neither right nor wrong
 * @typedef {(round: number, signature: string) => boolean | null} Prover null: no package that can
 */

const packets = await import('./verifyPacket.mjs').catch(() => null) // null: this file stands alone

/** There is nothing to compute, and why. */
export class NoDraw extends Error {}

/** Hex counts as its bytes, ids as their text. @param {Buffer} bytes @param {string} [id] */
const sha256 = (bytes, id = '') => createHash('sha256').update(bytes).update(id).digest('hex')
/** @param {string} text */
const hex = (text) => Buffer.from(text, 'hex')
/** @param {boolean} isRight @param {string} right @param {string} wrong @returns {Check} */
const check = (isRight, right, wrong) => ({ isRight, says: isRight ? right : wrong })
/** @param {string} says @returns {Check} */
const note = (says) => ({ isRight: null, says })

/** All steps, in the order in which they build on each other. @param {Draw} draw @param {Prover} prove @returns {Check[]} */
export function checkDraw(draw, prove) {
  const { seal, entries, drawn } = draw
  const head = entries.reduce((before, entryId) => sha256(hex(before), entryId), seal.commitment)
  const isPromised = sha256(hex(seal.seed)) === seal.commitment
  const isWhole = entries.length === draw.count && new Set(entries).size === draw.count
  return [
    check(isPromised, 'the seed is the one that was promised', 'the seed is not the one that was promised'),
    check(
      isWhole,
      `all ${draw.count} entries are listed, each once`,
      `${draw.count} entered, and ${entries.length} are listed, or one of them twice`,
    ),
    check(
      head === seal.head,
      'the receipts of all entries, one after the other, end in the published head',
      'the list of entries was changed: its receipts do not end in the published head',
    ),
    ...checkRound(draw, prove),
    ...checkOrder(draw),
    ...(drawn.passed.length + drawn.redraws.length === 0 ? [] : [note(WHY)]),
  ]
}

const WHY =
  'why entries in front were passed over (erased, staff of the shop, or had won in this show) is what the shop says; it cannot be computed'

/** @param {Draw} draw @param {Prover} prove @returns {Check[]} */
function checkRound({ seal, closedAt }, prove) {
  const { chain, round, randomness, signature } = seal
  if (round === null) {
    const isBare = chain === null && randomness === null && signature === null
    const bare = 'no public random number was named: the shop could know the result beforehand'
    return [isBare ? note(bare) : check(false, '', 'there is a random number, and no round that it would be of')]
  }
  if (chain !== NETWORK.hash) return [check(false, '', `round ${round} is of a network that is not drand's quicknet`)]
  const after = (NETWORK.genesisMs + (round - 1) * NETWORK.periodMs - closedAt) / 1000
  return [
    check(
      after > 0,
      `round ${round} came ${Math.round(after)} s after the close: nobody who entered could know it`,
      `round ${round} was out before the close: whoever entered could know it`,
    ),
    check(
      signature !== null && sha256(hex(signature)) === randomness,
      'the random number is the hash of its signature',
      `the random number is not that of round ${round}: it is not the hash of the signature`,
    ),
    checkSignature(round, signature ?? '', prove),
  ]
}

/** @param {number} round @param {string} signature @param {Prover} prove @returns {Check} */
function checkSignature(round, signature, prove) {
  const isSigned = prove(round, signature)
  const where = `https://api.drand.sh/${NETWORK.hash}/public/${round}`
  const how = `not checked here (no package @noble/curves): compare with ${where} or ask any drand client`
  if (isSigned === null) return note(`whether drand signed round ${round} was ${how}`)
  return check(isSigned, `drand has signed round ${round}`, `drand never signed this as round ${round}`)
}

/** @param {Draw} draw @returns {Check[]} */
function checkOrder({ activityId, entries, seal, winners, drawn }) {
  const key = Buffer.concat([hex(seal.seed), hex(seal.randomness ?? '')])
  const numbered = entries.map((entryId) => ({
    entryId,
    number: createHmac('sha256', key).update(activityId).update(entryId).digest('hex'),
  }))
  const order = numbered.sort((a, b) => (a.number < b.number ? -1 : 1)).map(({ entryId }) => entryId)
  /** @type {Set<string>} */
  const gone = new Set()
  const checks = checkTurn({ order, gone, most: winners, who: 'the winners' }, drawn.winners, drawn.passed)
  const holders = new Set(drawn.winners)
  for (const [at, { lost, passed, to }] of drawn.redraws.entries()) {
    const who = `redraw ${at + 1}`
    const isTheirs = holders.delete(lost)
    checks.push(check(isTheirs, `${who}: the place was a winner's`, `${who}: ${lost} had no place to lose`))
    checks.push(...checkTurn({ order, gone, most: 1, who }, to === null ? [] : [to], passed))
    if (to !== null) holders.add(to)
  }
  return checks
}

/**
 * Takes the smallest numbers that are left, past those that are said to be passed over, until there are enough.
 * @param {{ order: string[], gone: Set<string>, most: number, who: string }} turn
 * @param {string[]} winners
 * @param {Passed[]} passed
 * @returns {Check[]}
 */
function checkTurn({ order, gone, most, who }, winners, passed) {
  const outs = passed.map(({ entryId }) => entryId)
  const isOut = new Set(outs)
  /** @type {string[]} */
  const first = []
  /** @type {string[]} */
  const front = []
  for (const entryId of order) {
    if (first.length === most) break
    if (!gone.has(entryId)) (isOut.has(entryId) ? front : first).push(entryId)
  }
  for (const entryId of [...winners, ...outs]) gone.add(entryId)
  const smallest = `${who}: ${winners.length} with the smallest numbers, in order`
  const others = `${who}: by the numbers it is ${first.join(' ') || 'nobody'}`
  const inFront = `${who}: ${outs.length} passed over, each of them in front`
  const notThere = `${who}: somebody is said to be passed over who was not in front, or in another order`
  const checks = [check(first.join() === winners.join(), smallest, others)]
  return outs.length === 0 ? checks : [...checks, check(front.join() === outs.join(), inFront, notThere)]
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
const orNull = (is) => (value) => value === null || is(value)
/** @param {Is} is @returns {Is} */
const listOf = (is) => (value) => Array.isArray(value) && value.every(is)
/** @param {Record<string, Is>} parts @returns {Is} */
const made = (parts) => (value) => isThing(value) && Object.entries(parts).every(([name, is]) => is(value[name]))

const isHash = written(/^[0-9a-f]{64}$/)
const isEntry = written(/^[0-9a-f]{32}$/)
const arePassed = listOf(made({ entryId: isEntry }))
const random = { chain: orNull(isHash), round: orNull(isMore), randomness: orNull(isHash) }
const isSignature = written(/^([0-9a-f]{2})+$/)
/** @type {Record<string, Is>} */
const PARTS = {
  state: (state) => state === 'settled',
  activityId: written(/./),
  winners: isMore,
  closedAt: isCount,
  count: isCount,
  entries: listOf(isEntry),
  seal: made({ commitment: isHash, seed: isHash, head: isHash, ...random, signature: orNull(isSignature) }),
  drawn: made({
    winners: listOf(isEntry),
    passed: arePassed,
    redraws: listOf(made({ lost: isEntry, passed: arePassed, to: orNull(isEntry) })),
  }),
}

/** Of what was published, the draw. @param {unknown} published @returns {Draw} */
export function toDraw(published) {
  const proof = isThing(published) && isThing(published.proof) ? published.proof : published
  if (!isThing(proof)) throw new NoDraw('this is not a published draw')
  if (proof.format !== 'lantern-draw-1')
    throw new NoDraw(
      `its format is ${JSON.stringify(proof.format) ?? 'not said'}, and this program reads lantern-draw-1`,
    )
  const { state } = proof
  if (state === 'cancelled') throw new NoDraw('the draw was cancelled: nobody was drawn')
  for (const [early, says] of Object.entries(EARLY))
    if (state === early) throw new NoDraw(`the draw ${says}: come back when it is over`)
  const broken = Object.entries(PARTS).find(([name, is]) => !is(proof[name]))
  if (broken !== undefined) throw new NoDraw(`the draw cannot be read: ${broken[0]} is missing or has another form`)
  return /** @type {Draw} */ (/** @type {unknown} */ (proof))
}

/** Proves signatures where the package is installed; each round once. @returns {Promise<Prover>} */
export async function findProver() {
  const found = await import('@noble/curves/bls12-381.js').catch(() => null)
  if (found === null) return () => null
  const { shortSignatures } = found.bls12_381
  /** @type {Map<string, boolean>} */
  const known = new Map()
  const verify = (/** @type {number} */ round, /** @type {string} */ signature) => {
    const number = Buffer.alloc(8)
    number.writeBigUInt64BE(BigInt(round))
    const message = shortSignatures.hash(new Uint8Array(hex(sha256(number))), DOMAIN)
    try {
      return shortSignatures.verify(new Uint8Array(hex(signature)), message, new Uint8Array(hex(NETWORK.publicKey)))
    } catch {
      return false // no point of the curve at all
    }
  }
  return (round, signature) => {
    const key = `${round} ${signature}`
    const isSigned = known.get(key) ?? verify(round, signature)
    known.set(key, isSigned)
    return isSigned
  }
}

/** One draw, or one in each line. @param {string} file @returns {unknown[]} */
function readDraws(file) {
  const text = readText(file).trim()
  if (text === '') throw new NoDraw('it is empty')
  try {
    return text.startsWith('{"') && text.includes('}\n{') ? text.split('\n').map(parse) : [parse(text)]
  } catch {
    throw new NoDraw('it is no JSON')
  }
}

const parse = (/** @type {string} */ text) => JSON.parse(text)

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw new NoDraw(`it cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** @typedef {(line: string) => void} Print */

/** @param {unknown} published @param {Prover} prove @param {Print} print @returns {number} the exit code */
function tellDraw(published, prove, print) {
  if (packets?.isPacket(published)) return packets.tellPacket(published, print)
  const draw = toDraw(published)
  print(`draw ${draw.activityId}`)
  const checks = checkDraw(draw, prove)
  for (const { isRight, says } of checks) print(`${isRight === null ? 'note ' : isRight ? 'ok   ' : 'WRONG:'} ${says}`)
  const isRight = checks.every((one) => one.isRight !== false)
  print(`draw ${draw.activityId} ${isRight ? 'right' : 'wrong'}`)
  return isRight ? 0 : 1
}

/** @param {() => number} work @param {string} what @param {Print} print @returns {number} */
function orNoDraw(work, what, print) {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof NoDraw)) throw error
    print(`${what}: ${error.message}`)
    return 2
  }
}

/** @param {string[]} files @param {Print} [print] @returns {Promise<number>} the exit code */
export async function main(files, print = console.log) {
  if (files.length === 0) {
    console.error(USAGE)
    return 2
  }
  const prove = await findProver()
  const tell = (/** @type {unknown} */ one) => tellDraw(one, prove, print)
  const tellFile = (/** @type {string} */ file) => readDraws(file).map((one) => orNoDraw(() => tell(one), file, print))
  const codes = files.map((file) => orNoDraw(() => Math.max(...tellFile(file)), file, print))
  const code = codes.includes(1) ? 1 : Math.max(...codes)
  print(`result draw_verified ${code === 0 ? 1 : 0}`)
  return code
}

const started = process.argv[1] ?? ''
if (started !== '' && realpathSync(started) === fileURLToPath(import.meta.url))
  process.exitCode = await main(process.argv.slice(2))
