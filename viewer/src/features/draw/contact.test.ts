// What winners type to be reached by.
import { Contact } from '@lantern/shared/features/draw/contract.ts'
import { expect, test } from 'vitest'
import { contactOf, MOST_CONTACT } from './contact.ts'

test.each([
  [' kiki@example.com ', { is: 'email', value: 'kiki@example.com' }],
  ['+86 138 0013 8000', { is: 'phone', value: '+86 138 0013 8000' }],
  ['wechat: kiki_88', { is: 'text', value: 'wechat: kiki_88' }],
  ['@kiki', { is: 'text', value: '@kiki' }],
  ['kiki@nowhere', { is: 'text', value: 'kiki@nowhere' }],
  ['微信 kiki', { is: 'text', value: '微信 kiki' }],
])('“%s” is one, and the contract takes it', (typed, contact) => {
  expect(contactOf(typed)).toEqual(contact)
  expect(Contact.safeParse(contactOf(typed)).success).toBe(true)
})

test.each(['', ' ', 'k', 'k'.repeat(MOST_CONTACT + 1)])('“%s” is none', (typed) => {
  expect(contactOf(typed)).toBeNull()
})
