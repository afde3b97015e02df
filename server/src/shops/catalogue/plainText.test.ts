// Descriptions of shops as they are shown: never markup, never script, and no longer than anybody reads.
import { expect, test } from 'vitest'
import { plainText } from './plainText.ts'

test.each([
  ['<p>Washed linen.</p><p>Made in&nbsp;Porto &amp; Braga.</p>', 'Washed linen.\n\nMade in Porto & Braga.'],
  ['One<br>two<br/>three', 'One\ntwo\nthree'],
  ['<ul><li>Wool</li>\n<li>60&deg; wash</li></ul>', '• Wool\n• 60° wash'],
  ['<table><tr><th>Size</th><th>Chest</th></tr><tr><td>M</td><td>52 cm</td></tr></table>', 'Size | Chest\nM | 52 cm'],
  ['Fine<script>alert(1)</script><style>p{color:red}</style> cloth', 'Fine cloth'],
  ['<img src=x onerror="alert(1)">Cup', 'Cup'],
  ['<p>a &lt;b&gt; c</p>', 'a <b> c'],
  ['<scr<script>ipt>alert(1)</script>left', 'ipt>alert(1)left'],
  ['<p>not closed <b>bold', 'not closed bold'],
  ['<p>\n  written \n over\n   lines </p>', 'written over lines'],
  ['', ''],
])('%s', (html, shown) => {
  expect(plainText({ form: 'html', text: html })).toBe(shown)
})

test('plain text stays as it is written, without what steers a screen', () => {
  expect(plainText({ form: 'plain', text: '1 < 2 & <b>\r\n\r\n\r\n\r\nnext\tone \u202eevil\u0007' })).toBe(
    '1 < 2 & <b>\n\nnext one evil',
  )
})

test.each(['plain', 'html'] as const)('a book of %s text is cut, and not in the middle of a sign', (form) => {
  const text = plainText({ form, text: '🧶'.repeat(200_000) })

  expect(text.length).toBeLessThanOrEqual(5_000)
  expect(text.isWellFormed()).toBe(true)
})

test('twenty thousand tags within each other are read', () => {
  const deep = '<div>'.repeat(20_000)

  expect(plainText({ form: 'html', text: `${deep}deep` })).toBe('deep')
})
