// Texts that WordPress prepares for HTML, as the texts that they are: `Salt &#038; Pepper` is `Salt & Pepper`.
import { decodeHTMLStrict } from 'entities'

/** What an editor puts into a title; escaped ones are part of the text. */
const MARKUP = /<\/?(?:a|b|i|u|s|em|strong|small|sup|sub|span|mark|del|ins|font|p|wbr)(?:\s[^<>]*)?\/?>/gi
const BREAK = /\s*<br\s*\/?>\s*/gi
/** Imports prepare what was prepared already. An escaped tag is left as it is: nobody can tell whether it was meant. */
const PREPARED_TWICE = /&(?!lt;|gt;|#0*6[02];|#x0*3[ce];)(?:#\d{1,6}|#x[\da-f]{1,5}|[a-z][a-z\d]{1,30});/gi

export function readPreparedText(text: string): string {
  const bare = text.replace(BREAK, ' ').replace(MARKUP, '')
  return decodeHTMLStrict(bare).replace(PREPARED_TWICE, (entity) => decodeHTMLStrict(entity))
}
