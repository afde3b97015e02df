// What an arrival cannot cost less than: the same page and the same reply from plain node:http and plain socket.io, with nothing decided or kept.
import { SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { answerEach } from '../room/child.ts'

export type ToBare =
  | { readonly type: 'start'; readonly page: string; readonly reply: object }
  | { readonly type: 'cpu' }
  | { readonly type: 'close' }
export type FromBare =
  | { readonly type: 'started'; readonly port: number }
  | { readonly type: 'cpu'; readonly cpuMicros: number }
  | { readonly type: 'closed' }

async function start(page: string, reply: object): Promise<FromBare> {
  const http = createServer((_request, response) => {
    response.setHeader('Set-Cookie', 'bare=1')
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(page)
  })
  const sockets = new Server(http, { path: SOCKET_PATH, serveClient: false, perMessageDeflate: false })
  sockets.on('connection', (socket) => {
    socket.on('show:join', (_input: unknown, answer: (value: object) => void) => answer(reply))
  })
  await new Promise<void>((resolve) => http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, resolve))
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return { type: 'started', port: address.port }
}

answerEach<ToBare, FromBare>(async (question) => {
  if (question.type === 'start') return start(question.page, question.reply)
  if (question.type === 'close') return { type: 'closed' }
  const { user, system } = process.cpuUsage()
  return { type: 'cpu', cpuMicros: user + system }
})
