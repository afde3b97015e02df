// Addresses as shops give them for pictures and pages: only what a browser opens as a page of the web.

const LONGEST = 2000

/** The address in full; null where it is none. Also without a scheme, as shops write it for their own pages: `//host/a.jpg`. */
export function webAddress(text: string | null | undefined): string | null {
  const trimmed = (text ?? '').trim()
  const whole = /^\/\/[^/]/.test(trimmed) ? `https:${trimmed}` : trimmed
  // What the parser would drop or read as a slash is no address that anybody meant.
  if (whole.length > LONGEST || !/^https?:\/\/[^/\\]/i.test(whole) || /[\t\n\r\\]/.test(whole)) return null
  if (!URL.canParse(whole)) return null
  const url = new URL(whole)
  // A name in braces stands for the host that each viewer has come by.
  const isPlain = url.username === '' && url.password === '' && !/[{}]/.test(url.hostname)
  return isPlain ? url.href : null
}

/** The page that a shop has at a path of its own; the name of the product is one piece of it, whatever is in it. */
export function pageBelow(shopUrl: string, folder: string, handle: string | null | undefined): string | null {
  if (handle === null || handle === undefined || handle === '' || /^\.{1,2}$/.test(handle)) return null
  return webAddress(`${shopUrl.replace(/\/+$/, '')}/${folder}/${encodeURIComponent(handle.toWellFormed())}`)
}

/** Also without a scheme, as shops write it for their own pages: `//host/a.jpg`. Whether it can be fetched shows when it is. */
export function isWebAddress(text: string): boolean {
  const whole = /^\/\/[^/]/.test(text) ? `https:${text}` : text
  return URL.canParse(whole) && /^https?:$/.test(new URL(whole).protocol)
}
