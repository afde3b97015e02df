// Holds the sockets of a room and does as little with them as can be: the process beside the one that is measured.
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { answerEach } from './child.ts'
import { clientFrame, createFrameReader, type FrameReader } from './frames.ts'
import type { FromSink, Opening, ToSink } from './messages.ts'

const AT_ONCE = 50
/** Frames that are looked into: pings, and pins. */
const SMALL_BYTES = 400
const PONG = clientFrame('3')
const END_OF_HEAD = '\r\n\r\n'
const PIN = /"n":(\d+),.*"pins:changed".*"version":(\d+)/
const FRAME_NUMBER = /"n":(\d+)/

interface Held {
  readonly socket: Socket
  readonly reader: FrameReader
  /** Frames and bytes when it was counted last. */
  counted: number
  countedBytes: number
  lastFrame: number
}

const held: Held[] = []
const arrivals = new Map<number, number[]>()

function hearSmall(one: () => Held, text: string): void {
  if (text === '2') return void one().socket.write(PONG)
  const number = FRAME_NUMBER.exec(text)?.[1]
  if (number !== undefined) one().lastFrame = Number(number)
  const version = PIN.exec(text)?.[2]
  if (version === undefined) return
  const times = arrivals.get(Number(version)) ?? []
  times.push(Date.now())
  arrivals.set(Number(version), times)
}

const upgrade = ({ path }: Opening, cookie: string) =>
  [
    `GET ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ...(cookie === '' ? [] : [`Cookie: ${cookie}`]),
    END_OF_HEAD,
  ]
    .join('\r\n')
    .slice(0, -2)

function openOne(opening: Opening, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(opening.port, '127.0.0.1')
    const reader = createFrameReader(SMALL_BYTES, (text) => hearSmall(() => one, text))
    const one: Held = { socket, reader, counted: 0, countedBytes: 0, lastFrame: 0 }
    let head = ''
    let said = 0
    const read = (chunk: Buffer) => {
      reader.read(chunk)
      // Each word answers what was heard: the first frame is engine.io's, the second socket.io's.
      for (; said < Math.min(reader.frames(), opening.hello.length); said++) {
        socket.write(clientFrame(opening.hello[said] ?? ''))
      }
      if (reader.frames() < opening.readyAfter) return
      socket.off('data', read)
      socket.on('data', reader.read)
      resolve()
    }
    const readHead = (chunk: Buffer) => {
      head += chunk.toString('latin1')
      const end = head.indexOf(END_OF_HEAD)
      if (end < 0) return
      if (!head.startsWith('HTTP/1.1 101')) return reject(new Error(head.slice(0, 200)))
      socket.off('data', readHead)
      socket.on('data', read)
      read(Buffer.from(head.slice(end + END_OF_HEAD.length), 'latin1'))
    }
    socket.setNoDelay(true)
    socket.on('data', readHead)
    socket.once('error', reject)
    socket.once('connect', () => socket.write(upgrade(opening, cookie)))
    held.push(one)
  })
}

async function open(opening: Opening): Promise<FromSink> {
  const cookies = opening.cookies
  for (let done = 0; done < opening.sockets; done += AT_ONCE) {
    const many = Math.min(AT_ONCE, opening.sockets - done)
    await Promise.all(Array.from({ length: many }, (_, index) => openOne(opening, cookies[done + index] ?? '')))
  }
  mark()
  return { type: 'opened' }
}

function mark(): void {
  for (const one of held) {
    one.counted = one.reader.frames()
    one.countedBytes = one.reader.bytes()
  }
}

async function count(frames: number): Promise<FromSink> {
  while (held.some(({ reader, counted }) => reader.frames() - counted < frames)) await pause(5)
  const [first] = held
  const bytesPerFrame =
    first === undefined ? 0 : (first.reader.bytes() - first.countedBytes) / (first.reader.frames() - first.counted)
  mark()
  return { type: 'counted', bytesPerFrame }
}

async function close(): Promise<FromSink> {
  for (const { socket } of held.splice(0)) socket.resetAndDestroy()
  arrivals.clear()
  return { type: 'closed' }
}

answerEach<ToSink, FromSink>(async (question) => {
  if (question.type === 'open') return open(question.opening)
  if (question.type === 'count') return count(question.frames)
  if (question.type === 'close') return close()
  return {
    type: 'pins',
    arrivals: [...arrivals].map(([version, at]) => ({ version, at })),
    lastFrames: held.map(({ lastFrame }) => lastFrame),
  }
})
