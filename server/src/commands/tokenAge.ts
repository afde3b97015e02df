// How old a viewer's token must be before it may ask for units: a person needs a moment, a script that makes identities none.
import { refuse, type Refusal } from '@lantern/shared/contract/refusals.ts'
import type { Ports, Viewer } from './command.ts'

/** Null: old enough. */
export function refuseTooEarly({ settings, clock }: Ports, { issuedAt }: Viewer): Refusal<'TOO_EARLY'> | null {
  // Issued in the future: the clock was set back since, and nobody is to wait until it has caught up.
  const retryAfterMs = issuedAt > clock() ? 0 : issuedAt + settings.minTokenAgeMs - clock()
  return retryAfterMs > 0 ? refuse('TOO_EARLY', { retryAfterMs }) : null
}
