// The wire of the Redis peer, against a socket that answers in pieces.
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openResp } from './resp.ts'

/** Answers the first thing it hears with these pieces, each in a packet of its own. */
async function answering(pieces: readonly string[]): Promise<number> {
  const server = createServer((socket) => {
    socket.setNoDelay(true)
    const answer = async (): Promise<void> => {
      for (const piece of pieces) await new Promise((resolve) => socket.write(piece, () => setImmediate(resolve)))
    }
    socket.once('data', () => void answer())
  })
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

test('answers find those who asked, in order, wherever the packets break', async () => {
  const connection = await openResp(
    await answering([':4', '2\r\n$5\r\nhe', 'llo\r\n+O', 'K\r\n$-1\r\n-ERR no\r', '\n']),
  )

  const answers = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((word) => connection.ask([word])))
  connection.close()

  expect(answers.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
    42,
    'hello',
    'OK',
    null,
    'Error: ERR no',
  ])
})
