// What browsers are told of the TURN servers: their addresses, and a name and password that end by themselves.
import { createHmac } from 'node:crypto'
import type { IceServer } from '@lantern/shared/contract/media.ts'

/** Either a secret shared with the server, from which names with an end are made, or a name and password that stay. */
export interface TurnSettings {
  /** Such as `turn:turn.example.com:3478` and `turns:turn.example.com:443?transport=tcp`. */
  readonly turnUrls: readonly string[]
  readonly turnLogin: {
    readonly secret: string | null
    readonly username: string | null
    readonly password: string | null
  }
}

/** Longer than any show: an allocation is refreshed with the name it was made with. */
const GOOD_FOR_SECONDS = 12 * 3600

/** As coturn's `use-auth-secret` takes it: the name says until when it is good, and the secret signs the name. */
function timedCredential(secret: string, now: number) {
  const username = `${Math.floor(now / 1000) + GOOD_FOR_SECONDS}:lantern`
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') }
}

/** Empty: there is no TURN server. Anew for each transport. */
export function createIceServers({ turnUrls, turnLogin }: TurnSettings, clock: () => number): () => IceServer[] {
  const { secret, username, password } = turnLogin
  return () => {
    if (turnUrls.length === 0) return []
    const credential =
      secret === null ? { username: username ?? '', credential: password ?? '' } : timedCredential(secret, clock())
    return [{ urls: [...turnUrls], ...credential }]
  }
}
