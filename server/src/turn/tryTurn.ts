// Asks a TURN server to relay, as a browser would, and ends that at once: does it answer, and does it take our name.
import { createSocket } from 'node:dgram'
import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { IceServer } from '@lantern/shared/contract/media.ts'
import {
  ALLOCATE,
  errorCodeOf,
  FAILURE,
  lengthOf,
  type Message,
  readMessage,
  REFRESH,
  request,
  SUCCESS,
} from './message.ts'

export type TurnVerdict = { readonly ok: true } | { readonly ok: false; readonly silent: boolean; readonly why: string }

interface Place {
  readonly host: string
  readonly port: number
  readonly way: 'udp' | 'tcp' | 'tls'
}

/** One connection to the server, one question at a time. */
interface Line {
  /** Null: no answer came in time. */
  ask(question: Buffer): Promise<Message | null>
  close(): void
}

const ANSWER_MS = 2500
const AGAIN_MS = 500
const NOT_LOGGED_IN = 401

/** Null: it is no address of a TURN server. */
export function turnPlace(url: string): Place | null {
  const [, scheme, bracketed, name, port, way] =
    /^(turns?):(?:\[([\da-f:.]+)\]|([\w.-]+))(?::(\d{1,5}))?(?:\?transport=(udp|tcp))?$/i.exec(url) ?? []
  const host = bracketed ?? name
  if (scheme === undefined || host === undefined || Number(port ?? 1) > 65_535) return null
  const isSecure = scheme.toLowerCase() === 'turns'
  const over = isSecure ? 'tls' : way === 'tcp' ? 'tcp' : 'udp'
  return { host, port: Number(port ?? (isSecure ? 5349 : 3478)), way: over }
}

function openUdp({ host, port }: Place): Line {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  socket.on('error', () => undefined)
  return {
    ask: (question) =>
      new Promise((resolve) => {
        const send = () => socket.send(question, port, host, () => undefined)
        const again = setInterval(send, AGAIN_MS)
        const end = (answer: Message | null) => {
          clearInterval(again)
          clearTimeout(late)
          socket.off('message', take)
          resolve(answer)
        }
        const take = (bytes: Buffer) => {
          const answer = readMessage(bytes)
          if (answer !== null && answer.id === readMessage(question)?.id) end(answer)
        }
        const late = setTimeout(() => end(null), ANSWER_MS)
        socket.on('message', take)
        send()
      }),
    close: () => socket.close(),
  }
}

function openStream({ host, port, way }: Place): Line {
  const socket: Socket = way === 'tls' ? connectTls({ host, port, servername: host }) : connectTcp({ host, port })
  return {
    ask: (question) =>
      new Promise((resolve) => {
        let got = Buffer.alloc(0)
        const end = (answer: Message | null) => {
          clearTimeout(late)
          socket.off('data', take)
          resolve(answer)
        }
        const take = (bytes: Buffer) => {
          got = Buffer.concat([got, bytes])
          const length = lengthOf(got)
          if (length !== null && got.length >= length) end(readMessage(got.subarray(0, length)))
        }
        const late = setTimeout(() => end(null), ANSWER_MS)
        socket.on('data', take)
        socket.on('error', () => end(null))
        socket.write(question)
      }),
    close: () => socket.destroy(),
  }
}

const silent: TurnVerdict = { ok: false, silent: true, why: '' }
const refused = (why: string): TurnVerdict => ({ ok: false, silent: false, why })

async function allocate(line: Line, { username, credential }: IceServer): Promise<TurnVerdict> {
  const first = await line.ask(request(ALLOCATE, null))
  if (first === null) return silent
  const [realm, nonce] = [first.get('realm'), first.get('nonce')]
  if (first.type === (ALLOCATE | SUCCESS)) return refused('it relays for everybody, without a password')
  if (errorCodeOf(first) !== NOT_LOGGED_IN || realm === null || nonce === null)
    return refused(`error ${errorCodeOf(first)}`)
  const login = { username, password: credential, realm, nonce }
  const second = await line.ask(request(ALLOCATE, login))
  if (second === null) return silent
  if (second.type === (ALLOCATE | FAILURE)) return refused(`error ${errorCodeOf(second)}`)
  await line.ask(request(REFRESH, login))
  return { ok: true }
}

/** Ends within seconds, whatever is there. */
export async function tryTurn(url: string, server: IceServer): Promise<TurnVerdict> {
  const place = turnPlace(url)
  if (place === null) return refused('this is no address of a TURN server')
  const line = place.way === 'udp' ? openUdp(place) : openStream(place)
  try {
    return await allocate(line, server)
  } finally {
    line.close()
  }
}
