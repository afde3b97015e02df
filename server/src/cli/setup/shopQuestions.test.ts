// Setup asks for every setting of every kind of shop, unless it makes it or leaves its default.
import { Readable } from 'node:stream'
import { CONNECTION_FIELD_NAMES, CONNECTION_FIELDS, SHOP_KINDS } from '@lantern/shared/contract/connections.ts'
import { expect, test } from 'vitest'
import { askAll } from './ask.ts'
import type { Answers } from './question.ts'
import { LATER, madeFor, SHOP_QUESTIONS, usualOf } from './shopQuestions.ts'

/** Settings asked of a kind, and of those that need no answer. */
function asked(kind: string, isWilling: boolean): string[] {
  let answers: Answers = { SHOP_KIND: kind, SHOP_URL: 'https://{host}/shop' }
  const names: string[] = []
  for (const { setting, isAsked, fallback } of SHOP_QUESTIONS) {
    if (!isAsked(answers)) continue
    names.push(setting)
    const isLeft = !isWilling && fallback(answers, {}) === ''
    answers = isLeft ? answers : { [setting]: 'something', ...answers }
  }
  return names
}

test.each(SHOP_KINDS)('%s: each of its settings is asked, made or usual, and no other', (kind) => {
  const all = new Set([...asked(kind, true), ...asked(kind, false), ...madeFor(kind), ...usualOf(kind)])
  const own = CONNECTION_FIELD_NAMES.filter((name) => CONNECTION_FIELDS[name].kinds.some((one) => one === kind))

  expect([...all].sort()).toEqual([...own, 'SHOP_KIND', 'SHOP_NAME'].sort())
})

test('the usual ones can be done without', () => {
  const usual = SHOP_KINDS.flatMap((kind) => usualOf(kind))

  expect(usual.filter((name) => CONNECTION_FIELDS[name].isNeeded)).toEqual([])
})

test('a shop for later is asked for its name alone', async () => {
  let said = ''
  const input = Readable.from([`${LATER}\nLamps\n`])
  const answers = await askAll({ input, print: (text) => (said += text), before: { SHOP_URL: 'https://was.example' } })

  expect(Object.keys(answers).filter((name) => name.startsWith('SHOP'))).toEqual(['SHOP_NAME'])
  expect(said).not.toContain('Secret that signs hand-offs')
})

test('a kind that there is not is refused with every answer that there is', async () => {
  let said = ''
  const input = Readable.from([`bakery\n${LATER}\nLamps\n`])
  await askAll({ input, print: (text) => (said += text), before: {} })

  expect(said).toContain('SHOP_KIND must be one of generic, ucp, shopify, woo, medusa, or later')
})
