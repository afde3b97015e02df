// People over several processes, on a real Redis: who is where, and that silence is not taken for an answer.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { createLog } from '../ops/log.ts'
import { type RedisServer, startRedisServer } from '../testing/redisServer.ts'
import { type Connection, openConnection } from './client.ts'
import { createPeopleCounter } from './people.ts'

const SHOW = ShowId.parse('show')
const [ANN, BEN] = [ViewerId.parse('ann'), ViewerId.parse('ben')]

let redis: RedisServer
let connection: Connection

beforeEach(async () => {
  redis = await startRedisServer()
  await new Promise<void>((resolve) => {
    connection = openConnection({ url: redis.url, log: createLog('silent'), onUp: (up) => up && resolve() })
  })
})
afterEach(async () => {
  connection.destroy()
  await redis.close()
})

test('a viewer is elsewhere while another process has them, not while only this one does', async () => {
  const [here, there] = [createPeopleCounter(connection, 'here'), createPeopleCounter(connection, 'there')]
  await there.sync(SHOW, new Set([ANN]))
  expect(await here.sync(SHOW, new Set([BEN]))).toBe(1)

  expect(await here.isElsewhere(SHOW, ANN)).toBe(true)
  expect(await here.isElsewhere(SHOW, BEN)).toBe(false)

  await there.clear()
  expect(await here.isElsewhere(SHOW, ANN)).toBe(false)
})

test('whether somebody is elsewhere is not known while Redis is silent', async () => {
  const here = createPeopleCounter(connection, 'here')
  await redis.signal('SIGSTOP')

  await expect(here.isElsewhere(SHOW, ANN)).rejects.toThrow()
  await redis.signal('SIGCONT')
})
