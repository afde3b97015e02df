// Two programs that import nothing of ours compute draws of the engine again: all that is right passes, whatever was changed is named.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandom } from '@lantern/server/src/testing/fuzz/random.ts'
import { RECORDED } from '@lantern/server/src/testing/recordedBeacon.ts'
import { ROOT } from '../setup/tools/places.mjs'
import { makeDraw, type Proof, publish } from './madeDraws.ts'
import { checkDraw, findProver, main, toDraw } from './verify.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'

const VERIFY = join(import.meta.dirname, 'verify.mjs')
const SECOND = join(import.meta.dirname, 'verify.py')
const DRAWS = 1000
let folder = ''
let good: Proof
/** It remembers what was proved. */
const prover = findProver()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'draws-'))
  good = await makeDraw({ no: 7, entrants: 40, winners: 4, share: 0.5, redraws: 2, isPublic: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Ran {
  readonly code: number | null
  readonly lines: readonly string[]
}

function run(command: readonly string[], input = ''): Ran {
  const [program = '', ...args] = command
  const { status, stdout, error } = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (error !== undefined) throw new Error(`${program} cannot be run on this machine: ${error.message}`)
  return { code: status, lines: stdout.trimEnd().split('\n') }
}
const verify = (input: string) => run([process.execPath, VERIFY, '-'], input)
/** A machine without Python has not seen that two programs agree: it fails, and says so. */
const verifySecond = (input: string) => run(['python3', SECOND, '-'], input)
const text = (proof: object) => JSON.stringify(proof)

type Change = (proof: Proof) => Proof
const seal = (more: Partial<Proof['seal']>) => (proof: Proof) => ({ ...proof, seal: { ...proof.seal, ...more } })
const drawn =
  (change: (was: NonNullable<Proof['drawn']>) => Partial<NonNullable<Proof['drawn']>>) => (proof: Proof) => ({
    ...proof,
    drawn: proof.drawn && { ...proof.drawn, ...change(proof.drawn) },
  })
const OTHER = RECORDED.find(({ round }) => round === 1000)
const ZERO = '0'.repeat(64)
const last = (proof: Proof) => proof.entries.filter((id) => !JSON.stringify(proof.drawn).includes(id)).slice(0, 1)

/** What was changed; what is said of it; how. */
const CHANGES: [string, RegExp, Change][] = [
  ['an entry taken out', /entered, and 39 are listed/, (proof) => ({ ...proof, entries: proof.entries.slice(1) })],
  [
    'an entry taken out of list and count',
    /list of entries was changed/,
    (proof) => ({ ...proof, entries: proof.entries.slice(1), count: 39 }),
  ],
  [
    'entries in another order',
    /list of entries was changed/,
    (proof) => ({ ...proof, entries: proof.entries.toReversed() }),
  ],
  ['another seed', /seed is not the one that was promised/, seal({ seed: ZERO })],
  ['another head', /receipts do not end in the published head/, seal({ head: ZERO })],
  ['another random number', /not the hash of the signature/, seal({ randomness: ZERO })],
  ['an earlier round', /was out before the close/, seal({ round: 1 })],
  ['a later round', /drand never signed this as round/, (proof) => seal({ round: (proof.seal.round ?? 0) + 1 })(proof)],
  ['another network', /of a network that is not drand's quicknet/, seal({ chain: ZERO })],
  [
    'a number of another round',
    /drand never signed this as round/,
    seal({ randomness: OTHER?.randomness ?? null, signature: OTHER?.signature ?? null }),
  ],
  ['a round taken back', /a random number, and no round/, seal({ round: null })],
  [
    'winners in another order',
    /the winners: by the numbers it is/,
    drawn(({ winners }) => ({ winners: winners.toReversed() })),
  ],
  [
    'a winner swapped',
    /the winners: by the numbers it is/,
    (proof) => drawn(({ winners }) => ({ winners: [...winners.slice(0, -1), ...last(proof)] }))(proof),
  ],
  [
    'a winner left out',
    /the winners: by the numbers it is/,
    drawn(({ winners }) => ({ winners: winners.slice(0, -1) })),
  ],
  [
    'somebody passed over that never entered',
    /passed over who was not in front/,
    drawn(({ passed }) => ({ passed: [...passed, { entryId: '0'.repeat(32), why: 'erased' }] })),
  ],
  [
    'somebody passed over that was not in front',
    /passed over who was not in front/,
    (proof) =>
      drawn(({ passed }) => ({
        passed: [...passed, ...last(proof).map((entryId) => ({ entryId, why: 'won' as const }))],
      }))(proof),
  ],
  [
    'a place that goes to another',
    /redraw 1: by the numbers it is/,
    (proof) =>
      drawn(({ redraws }) => ({ redraws: redraws.map((one) => ({ ...one, to: last(proof)[0] ?? null })) }))(proof),
  ],
  [
    'a place taken from no winner',
    /redraw 1: \w+ had no place to lose/,
    (proof) =>
      drawn(({ redraws }) => ({ redraws: redraws.map((one) => ({ ...one, lost: last(proof)[0] ?? '0'.repeat(32) })) }))(
        proof,
      ),
  ],
]

test('a draw of our own engine is right, and every step is told', () => {
  const { code, lines } = verify(text(publish(good)))

  expect(lines.filter((line) => line.startsWith('ok'))).toHaveLength(14)
  expect(lines.join('\n')).toContain(`drand has signed round ${good.seal.round}`)
  expect(lines.at(-1)).toBe('result draw_verified 1')
  expect(code).toBe(0)
})

test.each(CHANGES)('%s is named', async (_what, says, change) => {
  const checks = checkDraw(toDraw(change(good)), await prover)
  const wrong = checks.filter(({ isRight }) => isRight === false)

  expect(wrong.map((check) => check.says).join('\n')).toMatch(says)
})

test('a wrong draw ends with a wrong result', () => {
  const { code, lines } = verify(text(seal({ head: '0'.repeat(64) })(good)))

  expect(lines.filter((line) => line.startsWith('WRONG:'))).toHaveLength(1)
  expect([code, lines.at(-1)]).toEqual([1, 'result draw_verified 0'])
})

test('the program alone in a folder checks all but the signature, and says that it did not', () => {
  copyFileSync(VERIFY, join(folder, 'verify.mjs'))
  writeFileSync(join(folder, 'draw.json'), text(good))

  const { code, lines } = run([process.execPath, join(folder, 'verify.mjs'), join(folder, 'draw.json')])

  expect(lines.join('\n')).toMatch(/^note .*signed round \d+ was not checked here .*api\.drand\.sh/m)
  expect([code, lines.at(-1)]).toEqual([0, 'result draw_verified 1'])
})

test('a draw without a public number is right, and it is said that the shop could know the result', async () => {
  const { code, lines } = verify(
    text(await makeDraw({ no: 3, entrants: 9, winners: 2, share: 0, redraws: 0, isPublic: false })),
  )

  expect(lines.join('\n')).toMatch(/^note .*the shop could know the result beforehand/m)
  expect(code).toBe(0)
})

test.each<[string, RegExp, (proof: Proof) => string]>([
  [
    'a draw that is open',
    /still open/,
    (proof) => text({ ...seal({ seed: null })(proof), state: 'open', drawn: null }),
  ],
  ['a draw that is not drawn yet', /closed and not drawn yet/, (proof) => text({ ...proof, state: 'closed' })],
  [
    'a cancelled draw',
    /was cancelled: nobody was drawn/,
    (proof) => text({ ...proof, state: 'cancelled', drawn: null }),
  ],
  ['another format', /its format is "other"/, (proof) => text({ ...proof, format: 'other' })],
  ['a part that is missing', /seal is missing or has another form/, (proof) => text({ ...proof, seal: {} })],
  ['something else', /no JSON/, () => '<html>'],
  ['a list', /not a published draw/, () => '[]'],
  ['nothing', /it is empty/, () => ''],
])('%s is nothing to compute', async (_what, says, of) => {
  const file = join(folder, 'nothing.json')
  writeFileSync(file, of(good))
  const lines: string[] = []
  const code = await main([file], (line) => lines.push(line))

  expect(lines.join('\n')).toMatch(says)
  expect([code, lines.at(-1)]).toEqual([2, 'result draw_verified 0'])
  expect(verifySecond(of(good)).code).toBe(2)
})

test('the npm script reads a file from where it was called, without any set-up', () => {
  writeFileSync(join(folder, 'draw.json'), text(good))
  const main = join(ROOT, 'infra/setup/main.mjs')
  const env = { ...process.env, INIT_CWD: folder }
  const call = (file: string) => spawnSync(process.execPath, [main, 'activity:verify', file], { env, encoding: 'utf8' })

  expect(call('draw.json')).toMatchObject({ status: 0, stdout: expect.stringMatching(/\nresult draw_verified 1\n$/) })
  expect(call('none.json')).toMatchObject({ status: 2, stdout: expect.stringMatching(/none\.json: it cannot be read/) })
})

test(`of ${DRAWS} draws, a fifth of them changed, both programs say the same`, async () => {
  const random = createRandom(16)
  // Python's own library has no curve: what drand signed is asked of the first program alone.
  const seenByBoth = CHANGES.filter(([, says]) => !says.source.includes('drand never signed'))
  const proofs: Proof[] = []
  const expected: string[] = []
  for (let no = 1; no <= DRAWS; no++) {
    const wanted = { no, entrants: random.int(0, 60), winners: random.int(1, 10), redraws: random.int(0, 3) }
    const right = await makeDraw({ ...wanted, share: random.pick([0, 0.2, 0.9]), isPublic: random.chance(0.7) })
    const [, , change] = random.pick(seenByBoth)
    const proof = no % 5 === 0 ? change(right) : right
    proofs.push(proof)
    // A change may change nothing: the order of one entry, a redraw where there is none.
    expected.push(`draw ${proof.activityId} ${text(proof) === text(right) ? 'right' : 'wrong'}`)
  }
  const lines = proofs.map(text).join('\n')
  const results = ({ lines: said }: Ran) => said.filter((line) => /^draw .* (right|wrong)$/.test(line))

  expect(expected.filter((line) => line.endsWith('wrong')).length).toBeGreaterThan(120)
  expect(results(verifySecond(lines))).toEqual(expected)
  expect(results(verify(lines))).toEqual(expected)
})
