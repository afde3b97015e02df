// What people write into forms: something that is seen, and nothing that steers the text around it.
import { expect, test } from 'vitest'
import { plainText } from './plainText.ts'

const text = plainText(20)

test.each(['x', ' Tea for two ', '茶', 'مرحبا', 'שלום', '👩\u200d👧', '❤\ufe0f', 'क\u094dष'])(
  '%j is text',
  (written) => {
    expect(text.parse(written)).toBe(written.trim())
  },
)

test.each(['', '  ', '\u200b', '\u200d\u200d', '\u3164', '\u2800', '\ufe0f', '\u2060 \ufeff'])(
  '%j says nothing',
  (written) => {
    expect(text.safeParse(written).success).toBe(false)
  },
)

test.each(['a\u202eb', 'a\u0000', 'a\nb', 'a\u2066b', '\ud800'])('%j steers the text around it', (written) => {
  expect(text.safeParse(written).success).toBe(false)
})
