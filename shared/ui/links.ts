// Finds the web addresses in what staff wrote; what viewers write is text and nothing else.

export interface TextPart {
  readonly text: string
  /** Where it leads; null: plain text. */
  readonly href: string | null
}

const ADDRESS = /https?:\/\/[^\s<>"'`，。！？；、（）【】「」『』]+/gi
/** What ends a sentence ends the address before it, unless a bracket was opened within. */
const AFTER = /[.,!?;:]+$/

/** The whole text in order, cut where addresses begin and end. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const { index, 0: found } of text.matchAll(ADDRESS)) {
    const address = withoutTail(found)
    const href = hrefOf(address)
    if (href === null) continue
    if (index > from) parts.push({ text: text.slice(from, index), href: null })
    parts.push({ text: address, href })
    from = index + address.length
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null })
  return parts
}

function withoutTail(found: string): string {
  const address = found.replace(AFTER, '')
  return address.endsWith(')') && !address.includes('(') ? withoutTail(address.slice(0, -1)) : address
}

/** Null: no address that can be shown as what it is; a name before @ would stand where the host does. */
function hrefOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, username, password, href } = new URL(address)
  const isWeb = protocol === 'http:' || protocol === 'https:'
  return isWeb && username === '' && password === '' ? href : null
}
