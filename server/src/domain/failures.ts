// Which failures are the machine's and nobody's request: what they answer, so that the same is asked again later.
import { refuse, type Refusal } from '@lantern/shared/contract/refusals.ts'

const BUSY_RETRY_MS = 1000
const FULL_RETRY_MS = 5000

/** Too much is asked for at this moment: of the database, or of who draws pictures. */
const BUSY = new Set(['DATABASE_BUSY', 'DRAWINGS_BUSY'])

/** What the database calls itself, and what the operating system says of files. */
const FULL = new Set(['DATABASE_UNWRITABLE', 'ENOSPC', 'EDQUOT', 'EROFS', 'EFBIG', 'EIO'])

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Nothing can be written to the disk. */
export function isUnwritable(error: unknown): boolean {
  return FULL.has(codeOf(error))
}

/** Null: it is a fault of ours, or of what was asked. */
export function refuseFailure(error: unknown): Refusal<'TRY_AGAIN' | 'CANNOT_STORE'> | null {
  if (isUnwritable(error)) return refuse('CANNOT_STORE', { retryAfterMs: FULL_RETRY_MS })
  return BUSY.has(codeOf(error)) ? refuse('TRY_AGAIN', { retryAfterMs: BUSY_RETRY_MS }) : null
}
