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

/** The nonce stands where libraries that add a style sheet look for it. */
export function fillPage(html: string, nonce: string, tags: PageTags | null): string {
  const nonceTag = `<meta property="csp-nonce" content="" nonce="${escapeHtml(nonce)}" />`
  const added = [nonceTag, ...(tags === null ? [] : previewTags(tags))].join('\n    ')
  const titled =
    tags === null ? html : html.replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(tags.title)}</title>`)
  return titled.replace('</head>', () => `  ${added}\n  </head>`)
}
