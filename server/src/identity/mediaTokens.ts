// Media tokens: open a second socket, for the picture alone, on the node that serves it.
import { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { z } from 'zod'
import type { TokenMint } from './tokens.ts'

const MediaClaims = z.object({ showId: ShowId, viewerId: ViewerId })
export type MediaClaims = z.infer<typeof MediaClaims>

export interface MediaTokens {
  /** Good for five minutes, on every process of this deployment. */
  mintMediaToken(claims: MediaClaims): string
  verifyMediaToken(token: string): MediaClaims | null
}

const LIFE_MS = 5 * 60_000

export function createMediaTokens(tokens: TokenMint): MediaTokens {
  return {
    mintMediaToken: (claims) => tokens.mint({ ...claims }, LIFE_MS),
    verifyMediaToken(token) {
      const claims = MediaClaims.safeParse(tokens.read(token))
      return claims.success ? claims.data : null
    },
  }
}
