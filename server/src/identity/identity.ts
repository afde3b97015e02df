// Who is who: viewers by a signed cookie, staff by a session, media sockets by a token, web pages by their origin.
import type { Me } from '@lantern/shared/contract/http.ts'
import { grant, refuse, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { Clock } from '../kit/clock.ts'
import type { StaffRecord, Store } from '../records/store.ts'
import { isDemoStaff, seedDemoStaff } from './demoStaff.ts'
import { type Browser, createDevices, type Devices } from './devices.ts'
import { type Claim, createLogins, type LoginPlace } from './logins.ts'
import { createHostRule, type HostRule, type HostSettings } from './hosts.ts'
import { createMediaTokens, type MediaTokens } from './mediaTokens.ts'
import { createOverlayTokens, type OverlayTokens } from './overlayTokens.ts'
import { createOriginRule, type OriginRule } from './origins.ts'
import { createPasswordQueue } from './passwordQueue.ts'
import { createRevocations, type Revocations } from './revocations.ts'
import { createSessions, type SessionLimits, type StaffCookies } from './sessions.ts'
import { createTokenMint } from './tokens.ts'
import { createViewers, type Viewers } from './viewers.ts'
import { createWelcome, type WelcomeRequest } from './welcome.ts'

export type { LoginPlace } from './logins.ts'
export type { IssuedViewer, Viewer } from './viewers.ts'

export interface IdentitySettings extends SessionLimits, HostSettings {
  readonly demo: boolean
  readonly demoStaffPassword: string
}

export interface LoggedIn {
  readonly me: Me
  readonly setCookie: string
  /** Makes this browser one that is known. */
  readonly deviceCookie: string
}

export interface Identity extends Viewers, Revocations, MediaTokens, OverlayTokens {
  /** Who the staff cookie says it is; a use keeps the session from running idle, merely watching does not. */
  staffFromCookie(cookies: StaffCookies): Promise<Outcome<Me, 'LOGIN_NEEDED' | 'SESSION_OVER'>>
  login(claim: Claim, place: LoginPlace): Promise<Outcome<LoggedIn, 'WRONG_LOGIN' | 'TOO_MANY' | 'TRY_AGAIN'>>
  /** Ends the session; answers with cookies that delete themselves. Safe to repeat. */
  logout(browser: Browser): Promise<string[]>
  /** Makes the owner by the one-time link of the first start, and logs in. */
  welcome(
    request: WelcomeRequest,
    place: LoginPlace,
  ): Promise<Outcome<LoggedIn, 'WRONG_LOGIN' | 'NOT_ALLOWED' | 'TOO_MANY' | 'TRY_AGAIN'>>
  /** `/studio/welcome#<token>`, while there is no owner yet; null in demo mode and once there is one. */
  inviteOwner(): Promise<string | null>
  /** Absent origins (programs that are no browsers) are let through. */
  readonly isAllowedOrigin: OriginRule
  /** With a public address no other host is served, but for those of other nodes and this machine's own. */
  readonly isServedHost: HostRule
}

interface Needs {
  readonly store: Store
  readonly clock: Clock
  readonly config: IdentitySettings
}

function createStaff({ store, clock, config }: Needs, devices: Devices) {
  const sessions = createSessions({ store, clock, ...config })
  const queue = createPasswordQueue()
  const welcome = createWelcome(store, clock, queue)
  const isBarred = (staff: StaffRecord) => isDemoStaff(staff) && !config.demo
  const logins = createLogins({ store, devices, queue, isBarred })
  const toMe = ({ id, name, role }: StaffRecord): Me => ({ id, name, role, demo: config.demo })
  const enter = async (staff: StaffRecord, place: LoginPlace): Promise<LoggedIn> => ({
    me: toMe(staff),
    setCookie: await sessions.open(staff.id, place.secure),
    deviceCookie: devices.remember(place, staff),
  })

  return {
    staffFromCookie: async (cookies) => {
      const found = await sessions.find(cookies)
      if (!found.ok) return found
      const staff = await store.findStaffById(found.value)
      return staff === null || isBarred(staff) ? refuse('SESSION_OVER') : grant(toMe(staff))
    },
    login: async (claim, place) => {
      const checked = await logins.check(claim, place)
      return checked.ok ? grant(await enter(checked.value, place)) : checked
    },
    logout: (browser) => sessions.end(browser),
    welcome: async (request, place) => {
      const taken = await logins.takeWelcome(place.address)
      if (!taken.ok) return taken
      const outcome = config.demo ? refuse('WRONG_LOGIN') : await welcome.accept(request)
      return outcome.ok ? grant(await enter(outcome.value, place)) : outcome
    },
    inviteOwner: async () => {
      const token = config.demo ? null : await welcome.invite()
      return token === null ? null : `/studio/welcome#${token}`
    },
  } satisfies Partial<Identity>
}

/** Makes the demo staff in demo mode; the keys it signs with are kept in the store. */
export async function createIdentity({ store, clock, config }: Needs): Promise<Identity> {
  const [viewerTokens, mediaTokens, deviceTokens] = await Promise.all([
    createTokenMint(store, 'viewer', clock),
    createTokenMint(store, 'media', clock),
    createTokenMint(store, 'device', clock),
  ])
  if (config.demo) await seedDemoStaff(store, config.demoStaffPassword)
  const revocations = createRevocations(store, clock)
  await revocations.readRevoked()
  const publicOrigin = config.publicUrl === null ? [] : [new URL(config.publicUrl).origin]

  return {
    ...createViewers(viewerTokens, clock, revocations),
    ...revocations,
    ...createMediaTokens(mediaTokens),
    ...createOverlayTokens(store),
    ...createStaff({ store, clock, config }, createDevices(deviceTokens)),
    isAllowedOrigin: createOriginRule([...config.allowedOrigins, ...publicOrigin]),
    isServedHost: createHostRule(config),
  }
}
