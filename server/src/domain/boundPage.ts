// Who may open a page that belongs to one device: the first that comes, and another one with a pass from staff.
import { MOST_TRIES } from '@lantern/shared/contract/boundPage.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'

/** Hashes of secrets; `tries`: wrong passes since the last one was given. */
export interface Binding {
  /** Null: no device has opened it yet. */
  readonly device: string | null
  readonly pass: string | null
  readonly passUntil: number | null
  readonly tries: number
}

export interface Opening {
  readonly deviceHash: string
  /** Null: it brings none. */
  readonly passHash: string | null
}

/** What is to be written; null: nothing, it is this device's. */
export interface Opened {
  readonly outcome: Outcome<null, 'OTHER_PHONE' | 'PASS_WRONG'>
  readonly binding: Binding | null
}

/** A pass is good once. */
export function decideOpening(page: Binding, { deviceHash, passHash }: Opening, now: number): Opened {
  if (page.device === deviceHash) return { outcome: grant(null), binding: null }
  const bound = { outcome: grant(null), binding: { device: deviceHash, pass: null, passUntil: null, tries: 0 } }
  if (page.device === null) return bound
  if (passHash === null) return { outcome: refuse('OTHER_PHONE'), binding: null }
  if (isGood(page, passHash, now)) return bound
  return { outcome: refuse('PASS_WRONG'), binding: { ...page, tries: page.tries + 1 } }
}

function isGood({ pass, passUntil, tries }: Binding, given: string, now: number): boolean {
  return pass === given && passUntil !== null && now < passUntil && tries < MOST_TRIES
}
