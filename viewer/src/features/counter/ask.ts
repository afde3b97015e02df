// What the page asks about the counter, by the viewer's cookie.
import type { CounterRules, CounterThing, ShownCode } from '@lantern/shared/contract/counter.ts'
import type { RefusalCode } from '@lantern/shared/contract/refusals.ts'

type Shown = ShownCode | { readonly is: 'no'; readonly why: RefusalCode }

/** Null: there is no line; what was shown before stays. */
export async function askCode(thing: CounterThing): Promise<Shown | null> {
  const read = await ask('/api/counter/show', thing)
  if (isShown(read)) return read
  return isRefusal(read) ? { is: 'no', why: read.code } : null
}

/** Null: it could not be read. */
export async function askRules(): Promise<CounterRules | null> {
  const read = await ask('/api/counter')
  return isRules(read) ? read : null
}

async function ask(path: string, body?: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const init = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) }
  try {
    return await (await fetch(path, init)).json()
  } catch {
    return null
  }
}

const isObject = (read: unknown): read is object => typeof read === 'object' && read !== null
const isShown = (read: unknown): read is ShownCode => isObject(read) && 'is' in read
const isRefusal = (read: unknown): read is { readonly code: RefusalCode } => isObject(read) && 'code' in read
const isRules = (read: unknown): read is CounterRules => isObject(read) && 'coupons' in read && 'orders' in read
