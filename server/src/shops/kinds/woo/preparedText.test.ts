// What WordPress makes of a title, and the title.
import { expect, test } from 'vitest'
import { readPreparedText } from './preparedText.ts'

test.each([
  ['Salt &#038; Pepper &#8211; Grandma&#8217;s Set', 'Salt & Pepper – Grandma’s Set'],
  ['Salt &amp; Pepper', 'Salt & Pepper'],
  ['Salt &#x26; Pepper', 'Salt & Pepper'],
  ['Salt &amp;amp; Pepper', 'Salt & Pepper'],
  ['Salt &amp;#038; Pepper &amp;#8211; Grandma&amp;rsquo;s', 'Salt & Pepper – Grandma’s'],
  ['Caf&eacute; &frac12; l &times; 2 &euro;', 'Café ½ l × 2 €'],
  ['&quot;A&quot; &#39;B&#39; &hellip;', '"A" \'B\' …'],
  ['Less &lt;3 and &amp;lt;b&amp;gt;', 'Less <3 and &lt;b&gt;'],
  ['Fish&Chips R&D AT&T;', 'Fish&Chips R&D AT&T;'],
  ['10<sup>2</sup> cm <strong>new</strong><br />line', '102 cm new line'],
  ['a < b > c <3', 'a < b > c <3'],
  ['&#128512; &#x1F600;', '😀 😀'],
  ['茶 &#038; 酒 &#12288;', '茶 & 酒 \u3000'],
])('%j is %j', (prepared, text) => {
  expect(readPreparedText(prepared)).toBe(text)
})
