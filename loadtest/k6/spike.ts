// 1,000 buyers on real sockets: connected and joined first, then each holds at its own appointed instant, whatever the
// others' replies do (open-loop). Every reply is written as one line that the verdict reads.
import exec from 'k6/execution'
import http from 'k6/http'
import { Counter, Trend } from 'k6/metrics'
import { openRoomSocket, type RoomSocket } from './engineio.ts'

const URL = __ENV.SERVER_URL ?? ''
const SHOW = __ENV.SHOW_ID ?? ''
const OFFER = __ENV.OFFER_ID ?? ''
/** What buyers see: the sale's price. */
const PRICE = Number(__ENV.PRICE_MINOR ?? 0)
const BUYERS = Number(__ENV.BUYERS ?? '1000')
const HOLD_AT = Number(__ENV.HOLD_AT ?? '0')
const WITHIN_MS = Number(__ENV.WITHIN_MS ?? '5000')
const CONNECT_MS = Number(__ENV.CONNECT_MS ?? '10000')

const joinMs = new Trend('lantern_join_ms', true)
const replyMs = new Trend('lantern_hold_reply_ms', true)
const lagMs = new Trend('lantern_k6_lag_ms', true)
const granted = new Counter('lantern_granted')
const refused = new Counter('lantern_refused')

export const options = {
  scenarios: {
    buyers: { executor: 'per-vu-iterations', vus: BUYERS, iterations: 1, maxDuration: '120s', gracefulStop: '5s' },
  },
  summaryTrendStats: ['min', 'med', 'p(95)', 'p(99)', 'max'],
}

export default function buyer(): void {
  const number = exec.vu.idInTest
  const connectAt = HOLD_AT - CONNECT_MS - 5000 + (number / BUYERS) * CONNECT_MS
  setTimeout(() => arrive(number), Math.max(0, connectAt - Date.now()))
}

function arrive(number: number): void {
  const page = http.get(`${URL}/s/${SHOW}?via=spike`)
  const cookie = Object.values(page.cookies)
    .map(([first]) => (first ? `${first.name}=${first.value}` : ''))
    .join('; ')
  openRoomSocket({
    url: URL,
    cookie,
    onOpen: (room) => join(room, { number, cookie }),
    onClose: (reason) => console.log(JSON.stringify({ kind: 'lost', number, reason })),
  })
}

interface Buyer {
  number: number
  cookie: string
}

function join(room: RoomSocket, buyer: Buyer): void {
  const started = Date.now()
  room.send('show:join', { showId: SHOW, via: 'spike' }, (reply) => {
    joinMs.add(Date.now() - started)
    console.log(JSON.stringify({ kind: 'join', number: buyer.number, ok: reply.ok }))
    const at = HOLD_AT + (buyer.number / BUYERS) * WITHIN_MS
    setTimeout(() => hold(room, buyer, at), Math.max(0, at - Date.now()))
  })
}

function hold(room: RoomSocket, buyer: Buyer, at: number): void {
  const started = Date.now()
  lagMs.add(started - at)
  const holdId = `spike_${buyer.number}_${started.toString(36)}`
  room.send('hold:place', { holdId, lines: [{ offerId: OFFER, quantity: 1, priceMinor: PRICE }] }, (reply) => {
    const ms = Date.now() - started
    replyMs.add(ms)
    ;(reply.ok ? granted : refused).add(1)
    const code = reply.ok ? null : reply.code
    console.log(
      JSON.stringify({
        kind: 'hold',
        number: buyer.number,
        holdId,
        ok: reply.ok,
        code,
        cookie: reply.ok ? buyer.cookie : null,
      }),
    )
    setTimeout(() => room.close(), 500)
  })
}
