import { describe, expect, it } from 'vitest'
import { readOverlayAddress } from './address.ts'

const at = (text: string) => readOverlayAddress(new URL(text, 'http://shop.test'))

describe('the overlay’s address', () => {
  it('says show and token, and is plain where nothing else is said', () => {
    expect(at('/overlay/autumn#abc_-9')).toEqual({
      show: 'autumn',
      token: 'abc_-9',
      name: 'main',
      layout: null,
      look: 'lantern',
      lang: null,
    })
  })

  it('names an overlay, its layout, its look and its language', () => {
    expect(at('/overlay/autumn?name=phone&layout=vertical&theme=paper&lang=zh-Hant#t')).toMatchObject({
      name: 'phone',
      layout: 'vertical',
      look: 'paper',
      lang: 'zh-Hant',
    })
  })

  it.each(['/overlay/', '/overlay/a%2Fb#t', '/s/autumn#t'])('%s names no show', (text) => {
    expect(at(text).show).toBeNull()
  })

  it('passes over what it does not know', () => {
    expect(at('/overlay/autumn?name=%3Cb%3E&layout=round&theme=__proto__#%3Cscript%3E')).toMatchObject({
      token: null,
      name: 'main',
      layout: null,
      look: 'lantern',
    })
  })
})
