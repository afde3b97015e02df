// The address of a UCP permalink: items in its path, everything else as JSON pointers in its query.

export interface Permalink {
  readonly lines: readonly { readonly id: string; readonly quantity: number }[]
  /** Names are JSON pointers without the first slash. */
  readonly query: Readonly<Record<string, string>>
}

/** An id that is not safe in a path is `~` and base64url; never percent-encoded, which proxies undo. */
export function itemToken(id: string): string {
  return /^[A-Za-z0-9._-]+$/.test(id) ? id : `~${Buffer.from(id, 'utf8').toString('base64url')}`
}

export function permalink(endpoint: string, { lines, query }: Permalink): string {
  const items = lines.map(({ id, quantity }) => `${itemToken(id)}:${quantity}`).join(',')
  const pairs = Object.entries(query).map(([name, value]) => `${encodeName(name)}=${encodeURIComponent(value)}`)
  return `${endpoint}/${items}?${pairs.join('&')}`
}

/** Slashes stay as they are, as the standard writes them. */
function encodeName(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/')
}
