import { describe, expect, it } from 'vitest'
import { linkParts } from './links.ts'

const links = (text: string) => linkParts(text).flatMap(({ href }) => href ?? [])

describe('what staff wrote', () => {
  it.each<[string, string[]]>([
    ['see https://shop.test/a?b=1#c now', ['https://shop.test/a?b=1#c']],
    ['(https://shop.test/a).', ['https://shop.test/a']],
    ['https://shop.test/a_(b)', ['https://shop.test/a_(b)']],
    ['看这里：https://shop.test/茶。还有', ['https://shop.test/%E8%8C%B6']],
    ['http://a.test and HTTPS://B.test', ['http://a.test/', 'https://b.test/']],
    ['javascript:alert(1) data:text/html,x shop.test', []],
    ['https://shop.test@evil.test/ https://', []],
  ])('%s leads to %j', (text, found) => {
    expect(links(text)).toEqual(found)
  })

  it('is all there, in order', () => {
    const text = 'a https://shop.test/x, b https://u:p@evil.test c'

    expect(
      linkParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })
})
