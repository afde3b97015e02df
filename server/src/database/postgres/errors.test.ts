// Which failures of PostgreSQL are a disk without room, which pass by themselves, and which are the statement's.
import pg from 'pg'
import { expect, test } from 'vitest'
import { toDatabaseError } from './errors.ts'

function withState(code: string): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError('told by the server', 0, 'error'), { code })
}

test('SQLSTATEs become what the callers know', () => {
  const codes = ['53100', '58030', '53300', '40P01', '23505'].map((code) => toDatabaseError(withState(code)).code)
  expect(codes).toEqual([
    'DATABASE_UNWRITABLE',
    'DATABASE_UNWRITABLE',
    'DATABASE_BUSY',
    'DATABASE_BUSY',
    'DATABASE_FAILED',
  ])
})
