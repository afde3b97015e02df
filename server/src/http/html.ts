// A built page with a show's title and preview tags filled in, everything escaped.
import { PREVIEW_SIZE } from './previewPicture.ts'

export interface PageTags {
  readonly title: string
  readonly description: string
  readonly url: string
  /** The full address of a JPEG of PREVIEW_SIZE. */
  readonly picture: string
  readonly siteName: string
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '')
}

function meta(property: string, content: string): string {
  return `<meta property="${property}" content="${escapeHtml(content)}" />`
}

function previewTags({ title, description, url, picture, siteName }: PageTags): string[] {
  return [
    meta('og:type', 'website'),
    meta('og:title', title),
    meta('og:description', description),
    meta('og:url', url),
    meta('og:site_name', siteName),
    meta('og:image', picture),
    meta('og:image:type', 'image/jpeg'),
    meta('og:image:width', String(PREVIEW_SIZE.width)),
    meta('og:image:height', String(PREVIEW_SIZE.height)),
    meta('og:image:alt', title),
    '<meta name="twitter:card" content="summary_large_image" />',
    `<meta name="description" content="${escapeHtml(description)}" />`,
  ]
}

/** A page that is ready but for what each answer has for itself. */
export type PreparedPage = (nonce: string) => string

/** The nonce, which needs no escaping, stands where libraries that add a style sheet look for it. */
export function preparePage(html: string, tags: PageTags | null): PreparedPage {
  const rest = tags === null ? [] : previewTags(tags)
  const titled =
    tags === null ? html : html.replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(tags.title)}</title>`)
  const end = titled.indexOf('</head>')
  if (end < 0) return () => titled
  const before = `${titled.slice(0, end)}  <meta property="csp-nonce" content="" nonce="`
  const after = `${['" />', ...rest].join('\n    ')}\n  ${titled.slice(end)}`
  return (nonce) => before + nonce + after
}
