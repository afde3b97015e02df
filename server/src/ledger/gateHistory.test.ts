// The gate over a ledger that answers late: what it refuses, the ledger would have refused at some moment of the last second.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OfferId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { createGate } from './gate.ts'
import type { PlaceHold, PlaceOutcome } from './ledger.ts'
import { aHold, SHOW } from './proofs/testShop.ts'

const CUP = OfferId.parse('cup')
const OTHER = OfferId.parse('other')
const LIMIT = 3
const COOL_MS = 400
const A_SECOND = 1000

interface Truth {
  readonly since: number
  readonly isOpen: boolean
  readonly free: number
  readonly own: ReadonlyMap<string, number>
  readonly coolUntil: ReadonlyMap<string, number>
}

/** The rules of the ledger in short, at the moment `now`. */
function decide({ isOpen, free, own, coolUntil }: Truth, { viewerId, lines }: PlaceHold, now: number): PlaceOutcome {
  const quantity = lines[0]?.quantity ?? 0
  const retryAfterMs = (coolUntil.get(viewerId) ?? 0) - now
  if (!isOpen) return refuse('NOT_OPEN')
  if (retryAfterMs > 0) return refuse('COOL_DOWN', { retryAfterMs })
  if ((own.get(viewerId) ?? 0) + quantity > LIMIT) return refuse('LIMIT_REACHED')
  if (free === 0) return refuse('SOLD_OUT')
  return quantity > free ? refuse('NOT_ENOUGH') : grant({} as never)
}

interface Pending {
  readonly request: PlaceHold
  answer(outcome: PlaceOutcome): void
}

/** A ledger that decides when told to, and remembers all that was ever true. */
function createLateLedger(units: number) {
  const none = { own: new Map<string, number>(), coolUntil: new Map<string, number>() }
  const history: Truth[] = [{ since: 0, isOpen: true, free: units, ...none }]
  const current = () => history.at(-1) ?? { since: 0, isOpen: false, free: 0, ...none }
  const state = { now: 0, asked: 0, gateRefusals: 0 }
  const seated = new Set<string>()
  let pending: Pending[] = []

  const place = (request: PlaceHold) => {
    state.asked += 1
    return new Promise<PlaceOutcome>((answer) => void pending.push({ request, answer }))
  }
  const gate = createGate({
    ledger: { place },
    clock: () => state.now,
    hasHolds: (_show, viewerId) => seated.has(viewerId),
    onRefusal: () => void (state.gateRefusals += 1),
  })
  /** Nobody tells the gate of it, as when another process did it. */
  const changeUnseen = (part: Partial<Truth>) => void history.push({ ...current(), ...part, since: state.now })
  const change = (part: Partial<Truth>) => {
    changeUnseen(part)
    gate.doubt([SHOW])
  }
  const give = ({ viewerId, lines }: PlaceHold) => {
    const { own, free } = current()
    const quantity = lines[0]?.quantity ?? 0
    change({ free: free - quantity, own: new Map(own).set(viewerId, (own.get(viewerId) ?? 0) + quantity) })
  }
  const commit = async () => {
    const batch = pending
    pending = []
    const outcomes = batch.map(({ request }) => {
      const outcome = decide(current(), request, state.now)
      if (outcome.ok) give(request)
      return outcome
    })
    batch.forEach(({ answer }, nth) => answer(outcomes[nth] ?? refuse('TRY_AGAIN')))
    await new Promise((resolve) => setImmediate(resolve))
  }
  /** Whether the ledger would have refused at some moment of the last second. */
  const wasRefusedLately = (request: PlaceHold) => {
    const from = state.now - A_SECOND
    return history.some((truth, nth) => {
      const end = history[nth + 1]?.since ?? state.now
      return end >= from && !decide(truth, request, Math.max(truth.since, from)).ok
    })
  }
  return { state, gate, seated, current, change, changeUnseen, commit, wasRefusedLately }
}

type LateLedger = ReturnType<typeof createLateLedger>

let nextId = 0
const ask = (viewer: string, quantity = 1) => aHold(`h${(nextId += 1)}`, viewer, [[CUP, quantity]])

/** Asks, lets the ledger answer, and says who answered. */
async function answerTo({ gate, commit, state }: LateLedger, request: PlaceHold) {
  const before = state.asked
  const outcome = gate.place(request, false)
  const by = state.asked > before ? 'ledger' : 'gate'
  await commit()
  return { by, outcome: await outcome }
}

const viewer = fc.nat(9)
const anAsk = fc.record({ kind: fc.constant('ask' as const), viewer, units: fc.integer({ min: 1, max: 3 }) })
/** Somebody's tap, the ledger's answer, or a change of which the gate may hear nothing. */
const step = fc.oneof(
  { weight: 12, arbitrary: anAsk },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(90) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(900) }) },
  { weight: 6, arbitrary: fc.constant({ kind: 'commit' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stock' as const), free: fc.nat(3), isTold: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('open' as const), isOpen: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cool' as const), viewer }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end' as const), viewer }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'seat' as const }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

function tap(ledger: LateLedger, request: PlaceHold): void {
  const before = ledger.state.gateRefusals
  void ledger.gate.place(request, false)
  if (ledger.state.gateRefusals > before) expect(ledger.wasRefusedLately(request)).toBe(true)
}

async function take(ledger: LateLedger, one: Step): Promise<void> {
  const { state, gate, current, change, changeUnseen } = ledger
  if (one.kind === 'ask') tap(ledger, ask(`v${one.viewer}`, one.units))
  if (one.kind === 'wait') state.now += one.ms
  if (one.kind === 'commit') await ledger.commit()
  if (one.kind === 'stock') (one.isTold ? change : changeUnseen)({ free: one.free })
  if (one.kind === 'open') {
    change({ isOpen: one.isOpen })
    gate.forget([SHOW])
  }
  if (one.kind === 'cool')
    change({ coolUntil: new Map(current().coolUntil).set(`v${one.viewer}`, state.now + COOL_MS) })
  if (one.kind === 'end') change({ own: new Map(current().own).set(`v${one.viewer}`, 0) })
  if (one.kind === 'seat') for (const viewer of current().own.keys()) ledger.seated.add(viewer)
}

test('whatever happens while the ledger is slow, nothing is refused that could have been had all the last second', async () => {
  const steps = fc.array(step, { minLength: 20, maxLength: 150, size: 'max' })
  let gateRefusals = 0
  const play = async (steps: readonly Step[]) => {
    const ledger = createLateLedger(1)
    for (const one of steps) await take(ledger, one)
    gateRefusals += ledger.state.gateRefusals
  }

  await fc.assert(fc.asyncProperty(steps, play), { numRuns: 300 })
  expect(gateRefusals).toBeGreaterThan(500)
})

test('in a lively show every change lets one request through, and the others are still refused for nothing', async () => {
  const ledger = createLateLedger(0)
  await answerTo(ledger, ask('v0'))

  for (let n = 1; n <= 20; n += 1) {
    ledger.state.now += 5
    ledger.gate.doubt([SHOW])
    const probe = ledger.gate.place(ask(`p${n}`), false)
    const others = await Promise.all([1, 2, 3].map((m) => ledger.gate.place(ask(`o${n}-${m}`), false)))
    await ledger.commit()
    expect([await probe, ...others].map((outcome) => !outcome.ok && outcome.code)).toEqual(Array(4).fill('SOLD_OUT'))
  }

  expect(ledger.state).toMatchObject({ asked: 21, gateRefusals: 60 })
})

test('a unit that came back goes to the next who asks, and after that nobody is refused unasked', async () => {
  const ledger = createLateLedger(0)
  await answerTo(ledger, ask('v0'))
  ledger.change({ free: 3 })

  expect(await answerTo(ledger, ask('v1'))).toMatchObject({ by: 'ledger', outcome: { ok: true } })
  const both = [ledger.gate.place(ask('v2'), false), ledger.gate.place(ask('v3'), false)]
  await ledger.commit()
  expect(await Promise.all(both)).toMatchObject([{ ok: true }, { ok: true }])
  expect(await answerTo(ledger, ask('v4'))).toMatchObject({ by: 'ledger', outcome: { code: 'SOLD_OUT' } })
})

test('a refusal during which something changed is doubted from the start', async () => {
  const ledger = createLateLedger(0)
  const early = ledger.gate.place(ask('v0'), false)
  const commit = ledger.commit()
  ledger.change({ free: 1 })
  await commit

  expect(await early).toMatchObject({ code: 'SOLD_OUT' })
  expect(await answerTo(ledger, ask('v1'))).toMatchObject({ by: 'ledger', outcome: { ok: true } })
})

test('while nothing is heard of, one request in a tenth of a second looks', async () => {
  const ledger = createLateLedger(0)
  for (ledger.state.now = 0; ledger.state.now < 900; ledger.state.now += 10) await answerTo(ledger, ask('v0'))

  expect(ledger.state).toMatchObject({ asked: 9, gateRefusals: 81 })
})

test('of a wish for several offers it learns nothing about the first', async () => {
  const ledger = createLateLedger(0)
  const several = { ...ask('v0'), lines: [...ask('v0').lines, { offerId: OTHER, quantity: 1 }] }
  await answerTo(ledger, several)

  expect((await answerTo(ledger, ask('v1'))).by).toBe('ledger')
})

test('what was refused before something was opened is not learned after it', async () => {
  const ledger = createLateLedger(0)
  const early = ledger.gate.place(ask('v0'), false)
  const commit = ledger.commit()
  ledger.change({ free: 1 })
  ledger.gate.forget([SHOW])
  await commit

  expect(await early).toMatchObject({ code: 'SOLD_OUT' })
  const [first, second] = [ledger.gate.place(ask('v1'), false), ledger.gate.place(ask('v2'), false)]
  await ledger.commit()
  expect([(await first).ok, (await second).ok]).toEqual([true, false])
  expect(ledger.state.gateRefusals).toBe(0)
})

test('sold out is sold out for any number of units; fewer than the limit or the rest refused are asked for anew', async () => {
  const ledger = createLateLedger(0)
  await answerTo(ledger, ask('v0', 3))
  expect(await answerTo(ledger, ask('v1', 1))).toMatchObject({ by: 'gate', outcome: { code: 'SOLD_OUT' } })

  ledger.change({ free: 2 })
  ledger.gate.forget([SHOW])
  expect(await answerTo(ledger, ask('v4', 4))).toMatchObject({ by: 'ledger', outcome: { code: 'LIMIT_REACHED' } })
  expect(await answerTo(ledger, ask('v4', 5))).toMatchObject({ by: 'gate', outcome: { code: 'LIMIT_REACHED' } })
  expect(await answerTo(ledger, ask('v5', 4))).toMatchObject({ by: 'ledger', outcome: { code: 'LIMIT_REACHED' } })
  await answerTo(ledger, ask('v2', 3))
  expect(await answerTo(ledger, ask('v3', 3))).toMatchObject({ by: 'gate', outcome: { code: 'NOT_ENOUGH' } })
  expect(await answerTo(ledger, ask('v4', 2))).toMatchObject({ by: 'ledger', outcome: { ok: true } })
})

test('a pause is told to that viewer alone, gets shorter, and is over when it is over', async () => {
  const ledger = createLateLedger(0)
  ledger.change({ coolUntil: new Map([['v0', COOL_MS]]) })
  await answerTo(ledger, ask('v0'))
  ledger.state.now = 60

  const other = ledger.gate.place({ ...ask('v0'), lines: [...ask('v0').lines, { offerId: OTHER, quantity: 1 }] }, false)
  expect(await other).toMatchObject({ code: 'COOL_DOWN', retryAfterMs: COOL_MS - 60 })
  expect((await answerTo(ledger, ask('v1'))).by).toBe('ledger')
  ledger.state.now = COOL_MS - 1
  expect((await answerTo(ledger, ask('v0'))).by).toBe('ledger')
  ledger.state.now = COOL_MS
  expect(await answerTo(ledger, ask('v0'))).toMatchObject({ by: 'ledger', outcome: { code: 'SOLD_OUT' } })
})

test('who has just been granted the last unit is answered by the ledger, before the room knows of the hold', async () => {
  const ledger = createLateLedger(1)
  await answerTo(ledger, ask('v0'))
  await answerTo(ledger, ask('v1'))

  expect((await answerTo(ledger, ask('v2'))).by).toBe('gate')
  expect((await answerTo(ledger, ask('v0'))).by).toBe('ledger')
})
