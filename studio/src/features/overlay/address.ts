// The address to paste into OBS.
import type { ShowId } from '@lantern/shared/contract/ids.ts'

interface Place {
  /** Of this page. */
  readonly origin: string
  /** As phones reach the show. */
  readonly viewerUrls: readonly string[]
}

/** OBS takes no certificate that a server made for itself: on a LAN the same machine's http address stands in for https. */
export function overlayBase({ origin, viewerUrls }: Place): string {
  const own = new URL(origin)
  const others = viewerUrls.map((url) => new URL(url))
  const plain = others.find((url) => url.protocol === 'http:' && url.hostname === own.hostname)
  return own.protocol === 'https:' && plain !== undefined ? plain.origin : own.origin
}

/** The token stands behind the #: browsers keep that to themselves, no log ever has it. */
export function overlayAddress(base: string, showId: ShowId, token: string): string {
  return `${base}/overlay/${showId}#${token}`
}
