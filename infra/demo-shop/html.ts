/** Writes HTML in which every inserted value is escaped unless it was itself written here. */
export interface Html {
  readonly html: string
}

type Insert = Html | string | number | null | false | readonly Html[]

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function insertText(insert: Insert): string {
  if (insert === null || insert === false) return ''
  if (typeof insert === 'number') return String(insert)
  if (typeof insert === 'string') return insert.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
  if ('html' in insert) return insert.html
  return insert.map((part) => part.html).join('')
}

export function html(texts: TemplateStringsArray, ...inserts: Insert[]): Html {
  return { html: texts.map((text, index) => text + insertText(inserts[index] ?? null)).join('') }
}
