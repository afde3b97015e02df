// The port to viewers who were erased: their cookies are good for nothing, and nothing here says whose they were.

/** How long a viewer's cookie is good after it was given. */
export const VIEWER_COOKIE_MS = 365 * 86_400_000

export interface Revocation {
  readonly viewerHash: string
  readonly revokedAt: number
  /** From then on every cookie of that viewer has run out by itself. */
  readonly overAt: number
}

export interface RevocationRecords {
  /** Those who were erased at `since` or later, and could still have a cookie. */
  readRevoked(since: number): Promise<readonly Revocation[]>
}
