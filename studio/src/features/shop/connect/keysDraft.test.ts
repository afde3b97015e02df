// Keys that were typed and not saved: what is sent of them, and what is still missing.
import { describe, expect, it } from 'vitest'
import { changesOf, missingOf, withoutTyped, withTyped } from './keysDraft.ts'
import type { FieldView } from './view.ts'

const field = (name: FieldView['name'], more: Partial<FieldView> = {}): FieldView => ({
  name,
  label: name,
  value: '',
  isSecret: false,
  isSet: true,
  tail: '',
  setBy: null,
  choices: [],
  isNeeded: true,
  ...more,
})
const url = field('MEDUSA_URL', { value: 'https://shop.example' })
const key = field('MEDUSA_PUBLISHABLE_KEY', { isSecret: true, tail: '4f1c' })
const version = field('SHOPIFY_API_VERSION', { value: '2026-10', isNeeded: false })

describe('keys that were typed', () => {
  it('are no draft any more once they say what is saved', () => {
    const typed = withTyped({}, url, 'https://other.example')

    expect(changesOf([url], typed)).toEqual({ MEDUSA_URL: 'https://other.example' })
    expect(withTyped(typed, url, 'https://shop.example')).toEqual({})
  })

  it('come without the line end that was copied along', () => {
    expect(withTyped({}, key, ' pk_test_9a02\r\n')).toEqual({ MEDUSA_PUBLISHABLE_KEY: 'pk_test_9a02' })
    expect(changesOf([url], withTyped({}, url, 'https://other.example  '))).toEqual({
      MEDUSA_URL: 'https://other.example',
    })
  })

  it('replace a secret only where one stands', () => {
    const replaced = withTyped({}, key, '')
    const typed = withTyped(replaced, key, 'pk_new')

    expect(changesOf([key], replaced)).toEqual({})
    expect(changesOf([key], typed)).toEqual({ MEDUSA_PUBLISHABLE_KEY: 'pk_new' })
    expect(withoutTyped(typed, 'MEDUSA_PUBLISHABLE_KEY')).toEqual({})
  })

  it('take away a secret that is not needed, and never one that is', () => {
    const admin = field('MEDUSA_ADMIN_TOKEN', { isSecret: true, isNeeded: false, tail: '9a02' })
    const emptied = withTyped(withTyped({}, admin, ''), key, '')

    expect(changesOf([admin, key], emptied)).toEqual({ MEDUSA_ADMIN_TOKEN: null })
    expect(changesOf([{ ...admin, isSet: false }], emptied)).toEqual({})
  })

  it('may take away what is not needed, and say which needed one is empty', () => {
    const emptied = withTyped(withTyped({}, version, ''), url, ' ')

    expect(changesOf([version], emptied)).toEqual({ SHOPIFY_API_VERSION: null })
    expect(changesOf([{ ...version, isSet: false }], emptied)).toEqual({})
    expect(missingOf([url, version, key], emptied)).toEqual([url])
  })

  it('are missing until they are there', () => {
    const none = { ...key, isSet: false }

    expect(missingOf([none], {})).toEqual([none])
    expect(missingOf([none], { MEDUSA_PUBLISHABLE_KEY: 'pk_new' })).toEqual([])
  })

  it('never change or miss what the environment sets', () => {
    const fixed = { ...url, isSet: false, setBy: 'MEDUSA_URL' }

    expect(changesOf([fixed], { MEDUSA_URL: 'https://other.example' })).toEqual({})
    expect(missingOf([fixed], {})).toEqual([])
  })
})
