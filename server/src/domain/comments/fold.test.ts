// A comment's text: one form, nothing invisible, emoji whole, a bounded length.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanComment, COMMENT_MAX_BYTES, COMMENT_MAX_GRAPHEMES, measure } from './fold.ts'

const textOf = (raw: string) => {
  const clean = cleanComment(raw)
  return clean.ok ? clean.text : clean.reason
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '\u200D',
      '\uFE0F',
      '👩',
      '🏽',
      '™',
      'a',
      '\u0301',
      ' ',
      '\u3164',
      '㊙',
      '1',
      '\u20E3',
      'ﾞ',
      'か',
    ),
  }),
  fc.string({ unit: 'grapheme' }),
)

describe('cleaning a comment', () => {
  it.each([
    '2½ m',
    '10² cm',
    '5² = 25',
    '1¼ cup',
    'ＡＢＣ１２３',
    '①＋１',
    'ﾊﾞｯｸﾞ',
    '㍿ ㎡ ™',
    'ﬁne',
    'H₂O',
    '！？，',
    '「桂花茶」還有嗎？我要兩件，謝謝！',
    '“亚麻衬衫”（沙色）：有吗……——《目录》、·',
  ])('shows %s as it was typed', (typed) => {
    expect(textOf(typed)).toBe(typed)
  })

  it('brings composed forms to one', () => {
    expect(textOf('cafe\u0301')).toBe('café')
    expect(textOf('か\u3099')).toBe('が')
  })

  it.each([
    'می\u200Cخواهم',
    'ශ්\u200Dරී',
    'क्\u200Dष',
    'ന്\u200D',
    'नि\u200Cय',
    'ߞ\u200Cߟ',
    '\u{10D00}\u200C\u{10D01}',
    'ꯃ\u200D',
    'ᬓ᭄\u200Cᬓ',
    'ꦏ꧀\u200Cꦏ',
  ])('keeps the joiner that the spelling of %s needs', (word) => {
    expect(textOf(word)).toBe(word)
    expect(textOf(word.replace(/[\u200C\u200D]/u, '$&\u200C\u200D'))).toBe(word)
  })

  it.each(['葛\u{E0100}城', '☺\uFE0E', '♥\uFE0E ♥\uFE0F', 'ᠠ\u180B'])(
    'keeps which form of a character is meant: %s',
    (text) => {
      expect(cleanComment(text)).toEqual({ ok: true, text })
    },
  )

  it('drops zero-width characters, direction marks and controls', () => {
    expect(textOf('s\u200Bh\u200Ci\u2060t\uFEFF')).toBe('shit')
    expect(textOf('\u202Eevil\u202C \u2066x\u2069')).toBe('evil x')
    expect(textOf('a\u0000b\u0007c\u001bd\u009f')).toBe('abcd')
    expect(textOf('加\u3164微\u115F信\uFE01')).toBe('加微信')
    expect(textOf('\ud800broken\udc00')).toBe('broken')
  })

  it('makes one space of any run of white space, line breaks too', () => {
    expect(textOf('  a \t\r\n\u2028 b\u3000\u0085\u2800c  ')).toBe('a b c')
    expect(textOf('a \u200B b')).toBe('a b')
  })

  it('keeps at most three marks on a letter', () => {
    expect(textOf(`z${'\u0335'.repeat(40)}a${'\u0300\u0301'.repeat(9)}`)).toBe('z\u0335\u0335\u0335à\u0301\u0300\u0301')
    expect(textOf('ที่นี่')).toBe('ที่นี่')
  })

  it.each([
    '👨‍👩‍👧‍👦',
    '👩🏽‍💻',
    '❤️‍🔥',
    '🏳️‍🌈',
    '🇯🇵🇹🇼',
    '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    '1️⃣',
    '👍🏿',
    '‼️',
    '㊙️',
    '🈚',
    '🤷🏻‍♀️',
  ])('leaves the emoji %s whole', (emoji) => {
    expect(textOf(`好看${emoji}!`)).toBe(`好看${emoji}!`)
    expect(measure(emoji.replace('🇯🇵🇹🇼', '🇯🇵'))).toBe(1)
  })

  it('drops joiners, selectors and tags that belong to no emoji', () => {
    expect(textOf('a\u200Db')).toBe('ab')
    expect(textOf('👍\u200Dok')).toBe('👍ok')
    expect(textOf('a\uFE0Fb1\uFE0F')).toBe('ab1')
    expect(textOf('hi\u{E0068}\u{E0069}')).toBe('hi')
  })

  it('calls a comment with nothing to see empty', () => {
    for (const raw of ['', '   ', '\u200B\u200D\uFEFF', '\u3164', '\n']) expect(textOf(raw)).toBe('empty')
  })

  it('counts characters as a reader does', () => {
    const family = '👨‍👩‍👧'
    expect(textOf(family.repeat(100))).toBe(family.repeat(100))
    expect(textOf('🐢'.repeat(COMMENT_MAX_GRAPHEMES))).not.toBe('too_long')
    expect(textOf('字'.repeat(COMMENT_MAX_GRAPHEMES))).toHaveLength(COMMENT_MAX_GRAPHEMES)
    expect(textOf('字'.repeat(COMMENT_MAX_GRAPHEMES + 1))).toBe('too_long')
    expect(textOf(`${'a '.repeat(250)}a`)).toBe('too_long')
    expect(textOf(`a${' '.repeat(3000)}b`)).toBe('a b')
  })

  it('takes no more bytes than so many thumbs of some colour have, however few they seem', () => {
    expect(textOf('👨‍👩‍👧‍👦'.repeat(160))).not.toBe('too_long')
    expect(textOf('👨‍👩‍👧‍👦'.repeat(161))).toBe('too_long')
    expect(textOf('👨‍👩‍👧‍👦'.repeat(COMMENT_MAX_GRAPHEMES))).toBe('too_long')
  })

  it('has a bound in bytes that one long grapheme does not escape', () => {
    const chain = `👩${'\u200D👩'.repeat(2500)}`

    expect(measure(chain)).toBe(1)
    expect(textOf(chain)).toBe('too_long')
    expect(textOf('a'.repeat(COMMENT_MAX_BYTES + 1))).toBe('too_long')
  })

  it('changes clean text no more, and never throws', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const once = textOf(raw)
        expect(textOf(once)).toBe(once)
        expect(once).not.toMatch(/[\p{Cc}\p{Cs}\u200B\u202A-\u202E\u2060-\u2069\uFEFF]|\p{M}{4}|\s\s/u)
      }),
      { numRuns: 3000 },
    )
  })
})
