// A page that belongs to one phone opens by what is kept, where the line or the server does not give it.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import { afterEach, expect, test, vi } from 'vitest'

const source = readFileSync(fileURLToPath(new URL('../../public/page-sw.js', import.meta.url)), 'utf8')

/** Opens a page; `kept` is what stands in the cache. */
async function open(fetch: () => Promise<unknown>, kept: string | undefined = 'kept') {
  const hears = new Map<string, (event: object) => void>()
  const self = { location: { origin: 'http://shop', pathname: '/g/sw.js' }, addEventListener: hears.set.bind(hears) }
  const caches = { open: () => Promise.resolve({ match: () => Promise.resolve(kept) }) }
  runInNewContext(source, { self, caches, fetch, URL, setTimeout })
  return new Promise((resolve) => {
    const request = { method: 'GET', url: 'http://shop/g/code', mode: 'navigate' }
    hears.get('fetch')?.({ request, respondWith: resolve })
  })
}

afterEach(() => void vi.useRealTimers())

test('it is the fresh page, or the kept one without a line, after a fault of a proxy, and after five seconds', async () => {
  vi.useFakeTimers()
  const fresh = { ok: true }
  expect(await open(() => Promise.resolve(fresh))).toBe(fresh)
  expect(await open(() => Promise.reject(new Error('no line')))).toBe('kept')
  expect(await open(() => Promise.resolve({ ok: false, status: 502 }))).toBe('kept')

  const stalled = open(() => new Promise(() => undefined))
  await vi.advanceTimersByTimeAsync(5000)
  expect(await stalled).toBe('kept')
})

test('where nothing is kept, what comes is shown', async () => {
  const fault = { ok: false, status: 502 }
  expect(await open(() => Promise.resolve(fault), '')).toBe(fault)
})
