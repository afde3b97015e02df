import { describe, expect, it } from 'vitest'
import { toText, toWords } from './blocklistText.ts'

describe('a word list as text', () => {
  it('comes back as it went, without empty lines and doubles', () => {
    expect(toWords(toText(['a b', '加微信|jwx']))).toEqual({ words: ['a b', '加微信|jwx'], tooLong: null })
    expect(toWords('\n a \n\na\r\nb').words).toEqual(['a', 'b'])
  })

  it('names a word that is too long', () => {
    expect(toWords('x'.repeat(61)).tooLong).toBe(`${'x'.repeat(20)}…`)
  })
})
