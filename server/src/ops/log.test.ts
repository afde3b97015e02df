// The log keeps secrets out of its lines.
import { expect, test } from 'vitest'
import { createLog } from './log.ts'

test('cookies, tokens and passwords never reach the log', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })

  log.info(
    { token: 'hush-1', user: { password: 'hush-2' }, req: { headers: { cookie: 'hush-3', authorization: 'hush-4' } } },
    'said',
  )
  log.debug('not urgent')

  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain('hush')
  expect(lines[0]).toContain('said')
})

test('a write that a full disk refuses is no line of its own; the last words of a process are', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  const err = Object.assign(new Error('database or disk is full'), { code: 'DATABASE_UNWRITABLE' })

  log.error({ err }, 'sweep failed')
  log.warn({ err }, 'likes not stored')
  log.error({ err: new Error('something else') }, 'sweep failed')
  log.fatal({ err }, 'the server stops')

  expect(lines.map((line) => JSON.parse(line).err.message)).toEqual(['something else', 'database or disk is full'])
})
