// Which addresses of a shop become links on a show's page: nothing that runs, hides or leads elsewhere than it says.
import { describe, expect, it } from 'vitest'
import { pageBelow, webAddress } from './webAddress.ts'

describe('an address of the shop', () => {
  it('is taken with http and https, and without a scheme as shops write it', () => {
    expect(webAddress('https://shop.test/products/mug?variant=1')).toBe('https://shop.test/products/mug?variant=1')
    expect(webAddress(' http://shop.test/杯子 ')).toBe('http://shop.test/%E6%9D%AF%E5%AD%90')
    expect(webAddress('//cdn.test/a.jpg')).toBe('https://cdn.test/a.jpg')
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' javascript://shop.test/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://shop.test/1',
    'file:///etc/passwd',
    'ftp://shop.test/mug',
    'https:shop.test',
    'https:///shop.test',
    'https:\\\\shop.test\\mug',
    '\\\\shop.test\\mug',
    '///shop.test',
    '/products/mug',
    'mug',
    'https://shop.test@evil.test/mug',
    'https://user:word@shop.test/mug',
    'https://',
    `https://shop.test/${'a'.repeat(2000)}`,
    '',
    null,
    undefined,
  ])('is none: %j', (text) => {
    expect(webAddress(text)).toBeNull()
  })
})

describe('a page below the shop', () => {
  it('has the product as one piece of its path', () => {
    expect(pageBelow('https://shop.test/', 'products', 'linen-shirt')).toBe('https://shop.test/products/linen-shirt')
    expect(pageBelow('https://shop.test', 'products', '../admin?x=1#y')).toBe(
      'https://shop.test/products/..%2Fadmin%3Fx%3D1%23y',
    )
  })

  it('is none without a name, or for a shop whose address is made anew for each viewer', () => {
    for (const handle of ['', '.', '..', null, undefined])
      expect(pageBelow('https://shop.test', 'p', handle)).toBeNull()
    expect(pageBelow('http://{host}:4100', 'products', 'mug')).toBeNull()
  })
})
