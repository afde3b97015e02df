// One viewer of the rush: a socket of its own from an address of its own, joined, with one tap to give.
import { SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import { WebSocket } from 'ws'
import * as z from 'zod'
import type { Tapped } from './plan.ts'

const Reply = z.tuple([z.looseObject({ ok: z.boolean(), code: z.string().optional(), value: z.unknown().optional() })])
type Reply = z.infer<typeof Reply>[0]

const Place = z.looseObject({ no: z.number(), entry: z.looseObject({ amountMinor: z.number() }) })

export interface Tapper {
  tap(activityId: string): Promise<Tapped>
}

interface From {
  readonly url: string
  readonly show: string
  /** The address that it comes from. */
  readonly address: string
  readonly cookie: string
}

/** Engine.IO v4 and socket.io v5 by hand: a client library would keep more for each than the server does. */
export async function joinAs({ url, show, address, cookie }: From): Promise<Tapper> {
  const path = `${url.replace(/^http/, 'ws')}${SOCKET_PATH}/?EIO=4&transport=websocket`
  const socket = new WebSocket(path, { headers: { cookie }, localAddress: address, perMessageDeflate: false })
  const waiting = new Map<number, (reply: Reply) => void>()
  let next = 0
  const send = (name: string, input: object): Promise<Reply> =>
    new Promise((resolve) => {
      const id = next++
      waiting.set(id, resolve)
      socket.send(`42${id}${JSON.stringify([name, input])}`)
    })
  const answer = (text: string) => {
    const start = text.indexOf('[')
    const id = Number(text.slice(2, start))
    const resolve = waiting.get(id)
    waiting.delete(id)
    resolve?.(Reply.parse(JSON.parse(text.slice(start)))[0])
  }
  await new Promise<void>((resolve, reject) => {
    socket.on('message', (data: Buffer) => {
      const text = data.toString('utf8')
      if (text === '2') socket.send('3')
      else if (text.startsWith('0')) socket.send('40{"as":"viewer","protocol":2}')
      else if (text.startsWith('40')) resolve()
      else if (text.startsWith('43')) answer(text)
      else if (text.startsWith('44')) reject(new Error(text.slice(2)))
    })
    socket.once('error', reject)
  })
  const joined = await send('show:join', { showId: show, via: null })
  if (!joined.ok) throw new Error(`a viewer was not let in: ${joined.code}`)
  return {
    async tap(activityId) {
      const startedAt = performance.now()
      const reply = await send('redPacket:open', { activityId, requestId: 'tap' })
      const ms = performance.now() - startedAt
      if (!reply.ok) return { ok: false, code: reply.code ?? 'none', no: null, amountMinor: null, ms }
      const { no, entry } = Place.parse(reply.value)
      return { ok: true, code: null, no, amountMinor: entry.amountMinor, ms }
    },
  }
}
