// What the sheet asks of the server, by this browser's cookie.
import type { OwnConsent } from '@lantern/shared/contract/consents.ts'
import type { Known } from '@lantern/shared/contract/known.ts'

const isKnown = (value: unknown): value is Known =>
  typeof value === 'object' && value !== null && 'groups' in value && Array.isArray(value.groups)
const hasConsents = (value: unknown): value is { readonly consents: readonly OwnConsent[] } =>
  typeof value === 'object' && value !== null && 'consents' in value && Array.isArray(value.consents)

const AT = '/api/known'

export const fileOf = (type: 'json' | 'csv', locale: string) => `${AT}/file.${type}?locale=${locale}`

export interface OwnKnown extends Known {
  readonly consents: readonly OwnConsent[]
}

/** Null: it could not be read now. */
export async function readOwn(locale: string): Promise<OwnKnown | null> {
  const [known, given] = await Promise.all([ask(`${AT}?locale=${locale}`), ask(`${AT}/consents?locale=${locale}`)])
  return isKnown(known) && hasConsents(given) ? { ...known, consents: given.consents } : null
}

/** Whether it is done. */
export const withdraw = async (id: string) => (await ask(`${AT}/consents/withdraw`, { id })) !== null
export const eraseAll = async () => (await ask(`${AT}/erase`, {})) !== null

async function ask(path: string, body?: object): Promise<unknown> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  try {
    const answer = await fetch(path, { cache: 'no-store', ...(body && post) })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}
