// What of refused webhooks is written into the log, on a clock that the test moves.
import { expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { createRefusalLog } from './webhookRefusals.ts'

function start() {
  const lines: string[] = []
  let now = 1_000_000
  const log = createLog('info', { write: (line) => void lines.push(line) })
  return { refuse: createRefusalLog({ clock: () => now, log }), lines, advance: (ms: number) => void (now += ms) }
}

test.each(['ENDPOINT_NOT_FOUND', 'BAD_SIGNATURE', 'TOO_LARGE'])(
  'a thousand posts of a stranger (%s) are one line a minute, and none is uncounted',
  (code) => {
    const { refuse, lines, advance } = start()

    for (let nth = 0; nth < 1000; nth += 1) refuse({ code, endpointId: `guess-${nth}`, bytes: 2 })
    advance(60_000)
    refuse({ code, endpointId: 'guess', bytes: 2 })

    expect(lines).toHaveLength(2)
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ code, unwritten: 999 })
  },
)

test('what the shop itself has signed and we cannot read is written every time', () => {
  const { refuse, lines } = start()

  for (const why of ['a', 'b']) refuse({ code: 'BAD_INPUT', endpointId: 'demo', bytes: 2, why })

  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ why: 'a' }, { why: 'b' }])
})
