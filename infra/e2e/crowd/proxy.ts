// A small TCP proxy that can lose connections as networks do: with a reset, or without a word.
import { connect, createServer, type Socket } from 'node:net'

export interface Proxy {
  readonly url: string
  /** Those that are open are reset. */
  cut(): void
  /** Those that are open carry nothing any more and nobody is told; new ones work. */
  silence(): void
  close(): Promise<void>
}

export async function startProxy(targetPort: number): Promise<Proxy> {
  const pairs = new Set<readonly [Socket, Socket]>()
  const drop = (pair: readonly [Socket, Socket]) => {
    pairs.delete(pair)
    for (const end of pair) end.destroy()
  }
  const server = createServer((near) => {
    const far = connect(targetPort, '127.0.0.1')
    const pair = [near, far] as const
    pairs.add(pair)
    near.pipe(far)
    far.pipe(near)
    for (const end of pair) end.on('error', () => drop(pair)).on('close', () => drop(pair))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut: () => {
      for (const [near, far] of pairs) {
        near.resetAndDestroy()
        far.resetAndDestroy()
      }
    },
    silence: () => {
      for (const pair of pairs) {
        const [near, far] = pair
        near.unpipe(far)
        far.unpipe(near)
        for (const end of pair) end.resume()
      }
    },
    close: async () => {
      pairs.forEach(drop)
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
