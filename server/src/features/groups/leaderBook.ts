// Leaders' pages as the rest of the server uses them: codes go in, hashes of them go to the database.
import { randomInt } from 'node:crypto'
import { MOST_TRIES, PASS_MS } from '@lantern/shared/contract/boundPage.ts'
import type { GroupId } from '@lantern/shared/contract/groups.ts'
import type { ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { HandedOver, HandOver, LeaderState, OwnPickup } from '@lantern/shared/contract/leaderPage.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { ServiceNeeds } from '../../commands/services.ts'
import { hashOfSecret as hashOf, makePass } from '../../kit/boundSecrets.ts'
import { makeKey } from '../../identity/tokens.ts'
import { arrive } from './arrive.ts'
import { handOver, takeCounter } from './handOver.ts'
import { makeLeaderPage, openLeaderPage, passLeaderPage, voidLeaderPage } from './leaderPage.ts'
import { codesOf } from './pickupCode.ts'
import { readLeader } from './readLeader.ts'
import { readPickups } from './readPickups.ts'

/** What a leader's browser brings. */
export interface Phone {
  /** As it stands in the address. */
  readonly code: string
  /** The value of its cookie; null: it has none. */
  readonly device: string | null
}

export interface LeaderBook {
  /** A new page for the group; its code is told this once. */
  make(id: GroupId, staffId: StaffId): Promise<Outcome<{ code: string }>>
  makeVoid(id: GroupId, staffId: StaffId): Promise<Outcome<null>>
  pass(id: GroupId, staffId: StaffId): Promise<Outcome<{ pass: string; until: number }>>
  /** Binds the page to the phone. */
  open(phone: Phone & { readonly device: string }, pass: string | null): Promise<Outcome<null>>
  read(phone: Phone): Promise<Outcome<LeaderState>>
  arrive(phone: Phone, showId: ShowId): Promise<Outcome<null>>
  handOver(phone: Phone, asked: HandOver): Promise<Outcome<HandedOver>>
  takeCounter(phone: Phone): Promise<Outcome<null>>
  pickups(showId: ShowId, viewerId: ViewerId): Promise<OwnPickup[]>
  /** What stands in the QR code of a buyer. */
  tokenOf(showId: ShowId, viewerId: ViewerId): Promise<string>
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const CODE_SIGNS = 24
const MINUTE_MS = 60_000
const makeCode = () => Array.from({ length: CODE_SIGNS }, () => SIGNS[randomInt(SIGNS.length)]).join('')

export function createLeaderBook({ store, clock }: Pick<ServiceNeeds, 'store' | 'clock'>): LeaderBook {
  const key = () => store.secret('pickup-key', makeKey)
  const tries = createTries(clock)
  const from = ({ code, device }: Phone) => ({
    codeHash: hashOf(code),
    deviceHash: device === null ? null : hashOf(device),
  })
  return {
    async make(id, staffId) {
      const code = makeCode()
      const made = await store.run(makeLeaderPage, { id, staffId, codeHash: hashOf(code) })
      return made.ok ? grant({ code }) : made
    },
    makeVoid: (id, staffId) => store.run(voidLeaderPage, { id, staffId }),
    async pass(id, staffId) {
      const pass = makePass()
      const made = await store.run(passLeaderPage, { id, staffId, passHash: hashOf(pass), lifeMs: PASS_MS })
      return made.ok ? grant({ pass, until: made.value }) : made
    },
    open: ({ code, device }, pass) =>
      store.run(openLeaderPage, {
        codeHash: hashOf(code),
        deviceHash: hashOf(device),
        passHash: pass === null ? null : hashOf(pass),
      }),
    read: async (phone) => store.run(readLeader, { ...from(phone), key: await key() }),
    arrive: (phone, showId) => store.change(arrive, { ...from(phone), showId }),
    async handOver(phone, asked) {
      const waitMs = tries.waitMs(phone.device)
      if (waitMs > 0) return refuse('TOO_MANY', { retryAfterMs: waitMs })
      const done = await store.change(handOver, { ...from(phone), ...asked, key: await key() })
      if (!done.ok && done.code === 'CODE_WRONG') tries.note(phone.device)
      return done
    },
    takeCounter: (phone) => store.run(takeCounter, from(phone)),
    pickups: async (showId, viewerId) => store.run(readPickups, { showId, viewerId, key: await key() }),
    tokenOf: async (showId, viewerId) => codesOf(await key(), { showId, viewerId }).token,
  }
}

/** Wrong codes of the last minute, by phone; each process counts its own. */
function createTries(clock: () => number) {
  const wrong = new Map<string | null, number[]>()
  const recent = (device: string | null) => (wrong.get(device) ?? []).filter((at) => at > clock() - MINUTE_MS)
  return {
    note: (device: string | null) => void wrong.set(device, [...recent(device), clock()]),
    waitMs(device: string | null) {
      const [first] = recent(device).slice(-MOST_TRIES)
      return first === undefined || recent(device).length < MOST_TRIES ? 0 : first + MINUTE_MS - clock()
    },
  }
}
