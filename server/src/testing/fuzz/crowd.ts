// Everyone who may send something: viewers, staff of each role, one who is too new, one without a show, one for the picture.
import { ROLES } from '@lantern/shared/contract/commands.ts'
import { PROTOCOL, SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { io, type Socket } from 'socket.io-client'
import type { TestApp } from '../startTestApp.ts'

export interface Fuzzer {
  /** As the contract's `from` names it. */
  readonly kind: string
  /** Resolves with whatever came back; the connection is made anew when it is lost. */
  send(name: string, input: unknown): Promise<unknown>
  /** Refused at the door for good, as an overlay whose address was made anew. */
  isGone(): boolean
  close(): void
}

const PATIENCE_MS = 30_000
const NO_ANSWER = { ok: false, code: 'TRY_AGAIN', retryable: true } as const

export interface Entry {
  readonly showId: ShowId
  readonly kind: string
  readonly auth: Readonly<Record<string, unknown>>
  readonly cookie: string
}

export async function openFuzzer(url: string, { kind, auth, cookie, showId }: Entry): Promise<Fuzzer> {
  const socket: Socket = io(url, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 10,
    auth: { ...auth, protocol: PROTOCOL },
    extraHeaders: { cookie },
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve())
    socket.once('connect_error', reject)
  })
  let isGone = false
  const gone = new Promise<typeof NO_ANSWER>((resolve) => {
    socket.on('connect_error', (error) => {
      if (!('data' in error)) return
      isGone = true
      socket.disconnect()
      resolve(NO_ANSWER)
    })
  })
  // socket.io leaves it to us to come back after a goodbye of the server.
  socket.on('disconnect', (reason) => void (reason === 'io server disconnect' && socket.connect()))
  // Whoever was cut off comes back into the show.
  socket.on('connect', () => void socket.emit('show:join', { showId, via: null }, () => {}))
  const send = async (name: string, input: unknown): Promise<unknown> => {
    if (isGone) return NO_ANSWER
    try {
      return await Promise.race([socket.timeout(PATIENCE_MS).emitWithAck(name, input), gone])
    } catch {
      // Cut off, as after a message over the size: nobody answers.
      return socket.connected ? { ok: false, code: 'nothing within 30 s' } : NO_ANSWER
    }
  }
  return { kind, send, isGone: () => isGone, close: () => void socket.close() }
}

const VIEWERS = 6

/** Cookies of staff last for the whole run; viewers are new for each show. */
export async function makeStaffCookies(app: TestApp): Promise<ReadonlyMap<string, string>> {
  return new Map(await Promise.all(ROLES.map(async (role) => [role, await app.staffCookie(role)] as const)))
}

const valueOf = (reply: unknown): Record<string, unknown> => Object(Object(reply)['value'])

async function openSpecial(app: TestApp, showId: ShowId, owner: Fuzzer): Promise<Fuzzer[]> {
  const viewer = { kind: 'viewer', auth: { as: 'viewer' }, showId }
  const unjoined = await openFuzzer(app.url, { ...viewer, cookie: await app.viewerCookie() })
  const joined = valueOf(await owner.send('show:join', { showId, via: null }))
  const mediaToken: unknown = Object(joined['media'])['mediaToken']
  const media = await openFuzzer(app.url, { kind: 'viewer', auth: { as: 'media', mediaToken }, cookie: '', showId })
  const { token } = valueOf(await owner.send('overlay:renew', {}))
  if (typeof token !== 'string') return [unjoined, media]
  const auth = { as: 'overlay', showId, token, name: 'fuzz' }
  const overlay = await openFuzzer(app.url, { kind: 'overlay', auth, cookie: '', showId })
  await overlay.send('show:join', { showId, via: null })
  return [unjoined, media, overlay]
}

/** All of them, in the show; viewers are as old as `waitMs` by then, and one is not. */
export async function openCrowd(
  app: TestApp,
  showId: ShowId,
  { staff, waitMs }: { readonly staff: ReadonlyMap<string, string>; readonly waitMs: number },
): Promise<Fuzzer[]> {
  const cookies = await Promise.all(Array.from({ length: VIEWERS }, () => app.viewerCookie()))
  await new Promise((resolve) => setTimeout(resolve, waitMs))
  cookies.push(await app.viewerCookie())
  const entries: Entry[] = [
    ...cookies.map((cookie) => ({ kind: 'viewer', auth: { as: 'viewer' }, cookie, showId })),
    ...[...staff].map(([role, cookie]) => ({ kind: role, auth: { as: 'staff' }, cookie, showId })),
  ]
  const fuzzers = await Promise.all(entries.map((entry) => openFuzzer(app.url, entry)))
  await Promise.all(fuzzers.map((fuzzer) => fuzzer.send('show:join', { showId, via: null })))
  const owner = fuzzers.find(({ kind }) => kind === 'owner')
  if (owner === undefined) throw new Error('nobody owns the show')
  return [...fuzzers, ...(await openSpecial(app, showId, owner))]
}
