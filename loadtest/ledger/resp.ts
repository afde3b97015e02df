// A pipelined connection to Redis in its own protocol: what is asked in one turn leaves in one write.
import { connect } from 'node:net'

/** An integer, a text, or nothing. Arrays do not occur in what the bench asks. */
export type Answer = number | string | null

export interface Resp {
  /** Throws what Redis answers as an error. ASCII only. */
  ask(words: readonly string[]): Promise<Answer>
  close(): void
}

interface Asker {
  resolve(answer: Answer): void
  reject(error: Error): void
}

export async function openResp(port: number): Promise<Resp> {
  const socket = connect(port, '127.0.0.1')
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  socket.setNoDelay(true)
  const askers = createAskers()
  const parse = createParser((line, text) => askers.answer(line, text))
  socket.on('data', (chunk) => parse(chunk.toString('latin1')))
  socket.on('error', askers.fail)
  socket.on('close', () => askers.fail(new Error('Redis closed the connection')))
  let unsent = ''
  const flush = () => {
    socket.write(unsent, 'latin1')
    unsent = ''
  }
  return {
    ask(words) {
      if (unsent === '') setImmediate(flush)
      unsent += encode(words)
      return askers.wait()
    },
    close: () => void socket.destroy(),
  }
}

function encode(words: readonly string[]): string {
  let text = `*${words.length}\r\n`
  for (const word of words) text += `$${word.length}\r\n${word}\r\n`
  return text
}

/** Those who wait, in the order they asked, which is the order Redis answers in. */
function createAskers() {
  let waiting: Asker[] = []
  let head = 0
  function next(): Asker | undefined {
    const asker = waiting[head++]
    if (head < 10_000) return asker
    waiting = waiting.slice(head)
    head = 0
    return asker
  }
  return {
    wait: () => new Promise<Answer>((resolve, reject) => waiting.push({ resolve, reject })),
    answer(line: string, text: string | null) {
      const asker = next()
      if (line.startsWith('-')) asker?.reject(new Error(line.slice(1)))
      else asker?.resolve(line.startsWith(':') ? Number(line.slice(1)) : text)
    },
    fail(error: Error) {
      for (const asker of waiting.slice(head)) asker.reject(error)
      head = waiting.length
    },
  }
}

/** Calls back for each whole answer with its first line and, where it has one, its text. */
function createParser(onAnswer: (line: string, text: string | null) => void): (chunk: string) => void {
  let rest = ''
  return (chunk) => {
    rest += chunk
    let at = 0
    for (let end = rest.indexOf('\r\n', at); end >= 0; end = rest.indexOf('\r\n', at)) {
      const line = rest.slice(at, end)
      const length = line.startsWith('$') ? Number(line.slice(1)) : -1
      const after = length < 0 ? end + 2 : end + 2 + length + 2
      if (after > rest.length) break
      onAnswer(line, length < 0 ? simpleText(line) : rest.slice(end + 2, after - 2))
      at = after
    }
    rest = rest.slice(at)
  }
}

function simpleText(line: string): string | null {
  return line.startsWith('+') ? line.slice(1) : null
}
