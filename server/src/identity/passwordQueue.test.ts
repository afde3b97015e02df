// Passwords are compared few at a time; who is known comes first; a full line says so.
import { expect, test, vi } from 'vitest'
import { createPasswordQueue } from './passwordQueue.ts'

/** Work that ends when it is told to. */
function work() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const named = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
  }
  return { begun, named, end: (name: string) => ends.get(name)?.() }
}

test('never compares more at once than it may, in the order they came, those who are known first', async () => {
  const queue = createPasswordQueue({ atOnce: 1, mostWaiting: 2 })
  const { begun, named, end } = work()

  const first = queue.run(named('a'))
  const second = queue.run(named('b'))
  const known = queue.run(named('owner'), true)
  await vi.waitFor(() => expect(begun).toEqual(['a']), 20_000)
  end('a')
  expect(await first).toBe('a')
  await vi.waitFor(() => expect(begun).toEqual(['a', 'owner']), 20_000)
  end('owner')
  await known
  await vi.waitFor(() => expect(begun).toEqual(['a', 'owner', 'b']), 20_000)
  end('b')

  expect(await second).toBe('b')
})

test('a full line turns away, and leaves the other line alone', async () => {
  const queue = createPasswordQueue({ atOnce: 1, mostWaiting: 1 })
  const { begun, named, end } = work()
  const first = queue.run(named('a'))
  void queue.run(named('b'))

  await vi.waitFor(() => expect(begun).toEqual(['a']), 20_000)
  expect(queue.isFull(false)).toBe(true)
  expect(await queue.run(named('c'))).toBeNull()
  expect(queue.isFull(true)).toBe(false)
  end('a')

  expect(await first).toBe('a')
})

test('work that fails gives its turn on', async () => {
  const queue = createPasswordQueue({ atOnce: 1, mostWaiting: 1 })

  await expect(queue.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')

  expect(await queue.run(() => Promise.resolve(7))).toBe(7)
})
