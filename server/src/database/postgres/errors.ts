// Which failures of PostgreSQL pass by themselves, so that the same work may be asked again, and which do not.
import pg from 'pg'
import { DatabaseError } from '../database.ts'

/** SQLSTATEs, or the classes they begin with. */
const PASSING = [
  /** Connection exceptions. */
  '08',
  /** Serialization failure, deadlock. */
  '40001',
  '40P01',
  /** Lock timeout. */
  '55P03',
  /** Too many connections, no memory. */
  '53',
  /** Shut down, crashed, starting. */
  '57P',
  /** Statement timeout. */
  '57014',
  /** Timeouts of transactions. */
  '25P03',
  '25P04',
]

/** No room on its disk, or the disk fails. */
const UNWRITABLE = new Set(['53100', '58030'])

/** What the operating system and pg itself say of a connection that is not there. */
const LOST = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
])
const LOST_WORDS = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)|not queryable/

/**
 * DATABASE_BUSY: it may or may not have happened, ask again; DATABASE_UNWRITABLE: it has not, and will when there is room;
 * DATABASE_FAILED: it has not, and would not the next time.
 */
export function toDatabaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error
  if (!(error instanceof Error)) return new DatabaseError('DATABASE_FAILED', String(error))
  const told = new DatabaseError(kindOf(error), messageOf(error))
  if (error.stack !== undefined) told.stack = error.stack
  return told
}

function kindOf(error: Error): string {
  if (error instanceof pg.DatabaseError && UNWRITABLE.has(error.code ?? '')) return 'DATABASE_UNWRITABLE'
  return isPassing(error) ? 'DATABASE_BUSY' : 'DATABASE_FAILED'
}

function isPassing(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : ''
  if (error instanceof pg.DatabaseError) return PASSING.some((start) => code.startsWith(start))
  return LOST.has(code) || LOST_WORDS.test(error.message)
}

/** An address with several numbers fails once for each, under one error without words. */
function messageOf(error: Error): string {
  if (!(error instanceof AggregateError) || error.message !== '') return error.message
  return error.errors.map((each) => (each instanceof Error ? each.message : String(each))).join('; ')
}
