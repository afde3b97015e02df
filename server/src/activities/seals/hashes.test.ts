// Numbers of entries are HMACs, as whoever computes a draw elsewhere has them.
import { createHmac, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { numberOf } from './hashes.ts'

const hex = (bytes: number) => randomBytes(bytes).toString('hex')

test.each([hex(32), null])('an entry’s number is the HMAC of activity and entry, with the round %s', (randomness) => {
  const seed = hex(32)
  const key = Buffer.from(seed + (randomness ?? ''), 'hex')
  const toNumber = numberOf({ seed, randomness, activityId: 'draw-ü' })

  for (const entryId of [hex(16), hex(16), 'an id of another length']) {
    expect(toNumber(entryId)).toBe(createHmac('sha256', key).update('draw-ü').update(entryId).digest('hex'))
  }
})
