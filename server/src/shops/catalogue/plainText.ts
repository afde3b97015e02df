// The text that a shop's HTML shows, and nothing else of it: paragraphs, lists and rows of a table each on a line of their own.
import { Parser } from 'htmlparser2'
import type { ShopText } from './catalogue.ts'

/** A description longer than this is cut: nobody reads on in a sheet of a show. */
const MOST_TEXT = 5_000
/** What is read of it at most, markup included. */
const MOST_READ = 200_000

const UNSEEN: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'svg',
  'head',
  'object',
])
const PARAGRAPHS: ReadonlySet<string> = new Set([
  'p',
  'div',
  'section',
  'article',
  'table',
  'ul',
  'ol',
  'dl',
  'blockquote',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
])
const LINES: ReadonlySet<string> = new Set(['br', 'tr', 'li', 'dt', 'dd', 'hr', 'caption'])
const CELLS: ReadonlySet<string> = new Set(['td', 'th'])

function textOfHtml(html: string): string {
  let text = ''
  let hidden = 0
  const begin = (name: string) => {
    if (PARAGRAPHS.has(name)) text += '\n\n'
    else if (LINES.has(name)) text += '\n'
    else if (CELLS.has(name) && !text.endsWith('\n')) text += ' | '
    if (name === 'li') text += '• '
  }
  const parser = new Parser({
    onopentagname(name) {
      if (UNSEEN.has(name)) hidden += 1
      else if (hidden === 0) begin(name)
    },
    ontext(data) {
      // Line ends of the source mean a space here.
      if (hidden === 0) text += data.replace(/\s+/g, ' ')
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) hidden = Math.max(0, hidden - 1)
      else if (hidden === 0 && PARAGRAPHS.has(name)) text += '\n\n'
    },
  })
  parser.end(html)
  return text
}

/** Signs that steer a terminal or turn the direction of what follows, and halves of a sign. */
const STEERING = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

function tidy(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(/\t/g, ' ').replace(STEERING, '').trim())
  return lines
    .map((line) => line.replace(/[ \u00a0]{2,}/g, ' '))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Empty: it says nothing. */
export function plainText({ form, text }: ShopText): string {
  const read = text.slice(0, MOST_READ)
  return tidy(form === 'html' ? textOfHtml(read) : read)
    .slice(0, MOST_TEXT)
    .toWellFormed()
    .trim()
}
