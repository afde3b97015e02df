// A peer: the same hold as one Lua script in Redis with `appendfsync always`, pipelined, by hash (EVALSHA).
import { type Client, type Contender, RefusedError, type Target } from './contender.ts'
import type { HoldRequest } from './contender.ts'
import { HOLD_MS, PER_VIEWER, UNITS_PER_OFFER } from './plan.ts'
import { startRedis } from './redisServer.ts'
import { type Answer, openResp, type Resp } from './resp.ts'

/** All processes together. Redis reads 16 KB of each before it syncs once for all: one is a third slower, 64 no faster. */
const CONNECTIONS = 16
const HOUR_MS = 3_600_000
const KEPT_MS = 24 * HOUR_MS

/**
 * As few calls as the work has parts. The answer lies under the hold's id in a hash for each hour of ids, which ends a day
 * after its hour: 34,000 holds/s, with a key and a deadline for each id 30,000. Refusals, which undo, are rare and may be slow.
 */
const SCRIPT = `
local call, keys, args = redis.call, KEYS, ARGV
local quantity = args[3]
if call('HSETNX', keys[1], args[6], args[1]) == 0 then return call('HGET', keys[1], args[6]) end
if call('HINCRBY', keys[2], args[2], quantity) > tonumber(args[4]) then
  call('HINCRBY', keys[2], args[2], '-' .. quantity)
  call('HDEL', keys[1], args[6])
  return redis.error_reply('LIMIT_REACHED')
end
if call('DECRBY', keys[3], quantity) < 0 then
  call('INCRBY', keys[3], quantity)
  call('HINCRBY', keys[2], args[2], '-' .. quantity)
  call('HDEL', keys[1], args[6])
  return redis.error_reply('SOLD_OUT')
end
call('ZADD', keys[4], args[5], args[6])
call('XADD', keys[5], '*', 'granted', args[1])
return 1`

const hourOf = (ms: number) => Math.floor(ms / HOUR_MS)
/** Found again from the id alone, which begins with its time. */
const answersOf = (holdId: string) => `answers:${hourOf(parseInt(holdId.slice(0, 9), 36))}`

function words(sha: string, { holdId, viewerId, offer }: HoldRequest): string[] {
  const at = Date.now()
  const answer = `${holdId},${viewerId},${offer},1,${at},${at + HOLD_MS}`
  const keys = [answersOf(holdId), `limits:${offer}`, `free:${offer}`, 'expiring', 'events']
  const args = [answer, viewerId, '1', String(PER_VIEWER), String(at + HOLD_MS), holdId]
  return ['EVALSHA', sha, String(keys.length), ...keys, ...args]
}

/** A repeated id gives the answer it was given first. */
function isGrant(answer: Answer, { viewerId }: HoldRequest): boolean {
  return answer === 1 || (typeof answer === 'string' && answer.split(',')[1] === viewerId)
}

async function connect({ at, processes }: Target): Promise<Client> {
  const count = Math.max(1, CONNECTIONS / processes)
  const connections = await Promise.all(Array.from({ length: count }, () => openResp(Number(at))))
  const [sha] = await Promise.all(connections.map((one) => one.ask(['SCRIPT', 'LOAD', SCRIPT])))
  let turn = 0
  return {
    async place(request) {
      const connection = connections[turn++ % count]
      const answer = await connection?.ask(words(String(sha), request))
      if (!isGrant(answer ?? null, request)) throw new RefusedError('HOLD_ID_TAKEN')
    },
    close: async () => connections.forEach((one) => one.close()),
  }
}

/** Offers, and the hashes of this hour and the next, whose end is set once for all their ids. */
async function fill(redis: Resp, offers: number): Promise<void> {
  for (let offer = 0; offer < offers; offer++) await redis.ask(['SET', `free:${offer}`, String(UNITS_PER_OFFER)])
  const hour = hourOf(Date.now())
  for (const one of [hour, hour + 1]) {
    await redis.ask(['HSET', `answers:${one}`, '', ''])
    await redis.ask(['PEXPIREAT', `answers:${one}`, String((one + 1) * HOUR_MS + KEPT_MS)])
  }
}

async function count(redis: Resp, offers: number): Promise<number> {
  const [expiring, events] = await Promise.all([redis.ask(['ZCARD', 'expiring']), redis.ask(['XLEN', 'events'])])
  let taken = 0
  for (let offer = 0; offer < offers; offer++)
    taken += UNITS_PER_OFFER - Number(await redis.ask(['GET', `free:${offer}`]))
  if (taken !== expiring || taken !== events) throw new Error(`${taken} taken, ${expiring} expiring, ${events} events`)
  return taken
}

/** Where a hold's time goes inside Redis. */
function readCommandTimes(info: Answer): string[] {
  const lines = String(info).matchAll(/^cmdstat_(\w+):calls=(\d+),.*?usec_per_call=([\d.]+)/gm)
  const counted = ['evalsha', 'hsetnx', 'hincrby', 'decrby', 'zadd', 'xadd']
  return [...lines].filter(([, name]) => counted.includes(name ?? '')).map(([, name, , each]) => `${name} ${each} µs`)
}

export const redis: Contender = {
  title: 'Redis, a Lua script per hold',
  settings: `appendfsync always, ${CONNECTIONS} pipelined connections, EVALSHA`,
  async create({ folder, offers, processes }) {
    const server = await startRedis(folder)
    const connection = await openResp(server.port)
    await fill(connection, offers)
    const offerIds = Array.from({ length: offers }, (_, index) => String(index))
    return {
      target: { contender: 'redis', at: String(server.port), offerIds, processes },
      serverPid: server.pid,
      countHolds: () => count(connection, offers),
      remarks: async () => readCommandTimes(await connection.ask(['INFO', 'commandstats'])),
      async close() {
        connection.close()
        await server.close()
      },
    }
  },
  connect,
}
