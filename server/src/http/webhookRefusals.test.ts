// What of refused webhooks is written into the log, on a clock that the test moves.
import { expect, test } from 'vitest'
import { createLog } from '../ops/log.ts'
import { createRefusalLog, type Refused } from './webhookRefusals.ts'

function start() {
  const lines: string[] = []
  let now = 1_000_000
  const log = createLog('info', { write: (line) => void lines.push(line) })
  return { refuse: createRefusalLog({ clock: () => now, log }), lines, advance: (ms: number) => void (now += ms) }
}

function aRefusal(
  code: Refused['code'],
  { endpointId = 'demo', why = null }: { endpointId?: string; why?: string | null } = {},
) {
  return { code, delivery: { endpointId, body: Buffer.from('{}'), headers: {} }, bytes: 2, why }
}

test.each(['ENDPOINT_NOT_FOUND', 'BAD_SIGNATURE', 'TOO_LARGE', 'UNREADABLE', 'WRONG_HOST'] as const)(
  'a thousand posts of a stranger (%s) are one line a minute, and none is uncounted',
  (code) => {
    const { refuse, lines, advance } = start()

    for (let nth = 0; nth < 1000; nth += 1) refuse(aRefusal(code, { endpointId: `guess-${nth}` }))
    advance(60_000)
    refuse(aRefusal(code))

    expect(lines).toHaveLength(2)
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ code, unwritten: 999 })
  },
)

test('what the shop itself has signed and we cannot read is written every time', () => {
  const { refuse, lines } = start()

  for (const why of ['a', 'b']) refuse(aRefusal('BAD_INPUT', { why }))

  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ why: 'a' }, { why: 'b' }])
})
