// Who is who: viewers by a signed cookie, staff by a session, media sockets by a token, web pages by their origin.
import type { Me } from '@lantern/shared/contract/http.ts'
import { grant, refuse, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { Clock } from '../clock.ts'
import type { StaffRecord, Store } from '../store/store.ts'
import { isDemoStaff, seedDemoStaff } from './demoStaff.ts'
import { createLoginLimit } from './loginLimit.ts'
import { createMediaTokens, type MediaTokens } from './mediaTokens.ts'
import { createOverlayTokens, type OverlayTokens } from './overlayTokens.ts'
import { createOriginRule, type OriginRule } from './origins.ts'
import { isPassword } from './passwords.ts'
import { createSessions, type SessionLimits } from './sessions.ts'
import { createTokenMint } from './tokens.ts'
import { createViewers, type Viewers } from './viewers.ts'
import { createWelcome, type WelcomeRequest } from './welcome.ts'

export type { IssuedViewer, Viewer } from './viewers.ts'

export interface IdentitySettings extends SessionLimits {
  readonly demo: boolean
  readonly demoStaffPassword: string
  readonly allowedOrigins: readonly string[]
  readonly publicUrl: string | null
}

/** Where a login comes from: the client's address, and whether it came over https. */
export interface LoginPlace {
  readonly address: string
  readonly secure: boolean
}

export interface LoggedIn {
  readonly me: Me
  readonly setCookie: string
}

export interface Identity extends Viewers, MediaTokens, OverlayTokens {
  /** Who the staff cookie says it is; using a session keeps it from running idle. */
  staffFromCookie(cookieHeader: string | undefined): Promise<Outcome<Me, 'LOGIN_NEEDED' | 'SESSION_OVER'>>
  login(
    claim: { name: string; password: string },
    place: LoginPlace,
  ): Promise<Outcome<LoggedIn, 'WRONG_LOGIN' | 'TOO_MANY'>>
  /** Ends the session; answers with cookies that delete themselves. Safe to repeat. */
  logout(cookieHeader: string | undefined, secure: boolean): Promise<string[]>
  /** Makes the owner by the one-time link of the first start, and logs in. */
  welcome(
    request: WelcomeRequest,
    place: LoginPlace,
  ): Promise<Outcome<LoggedIn, 'WRONG_LOGIN' | 'NOT_ALLOWED' | 'TOO_MANY'>>
  /** `/studio/welcome#<token>`, while there is no owner yet; null in demo mode and once there is one. */
  inviteOwner(): Promise<string | null>
  /** Absent origins (programs that are no browsers) are let through. */
  readonly isAllowedOrigin: OriginRule
}

interface Needs {
  readonly store: Store
  readonly clock: Clock
  readonly config: IdentitySettings
}

function createStaff({ store, clock, config }: Needs) {
  const sessions = createSessions({ store, clock, ...config })
  const welcome = createWelcome(store, clock)
  const limit = createLoginLimit()
  const isBarred = (staff: StaffRecord) => isDemoStaff(staff) && !config.demo
  const toMe = ({ id, name, role }: StaffRecord): Me => ({ id, name, role, demo: config.demo })
  const enter = async (staff: StaffRecord, { secure }: LoginPlace): Promise<LoggedIn> => ({
    me: toMe(staff),
    setCookie: await sessions.open(staff.id, secure),
  })

  return {
    staffFromCookie: async (cookieHeader) => {
      const found = await sessions.find(cookieHeader)
      if (!found.ok) return found
      const staff = await store.findStaffById(found.value)
      return staff === null || isBarred(staff) ? refuse('SESSION_OVER') : grant(toMe(staff))
    },
    login: async ({ name, password }, place) => {
      const tooMany = await limit.take(place.address, name)
      if (tooMany !== null) return tooMany
      const found = await store.findStaffByName(name)
      const staff = found === null || isBarred(found) ? null : found
      const isRight = await isPassword(password, staff?.passwordHash ?? null)
      if (staff === null || !isRight) return refuse('WRONG_LOGIN')
      await limit.forgive(place.address, name)
      return grant(await enter(staff, place))
    },
    logout: (cookieHeader, secure) => sessions.end(cookieHeader, secure),
    welcome: async (request, place) => {
      const tooMany = await limit.take(place.address, 'welcome')
      if (tooMany !== null) return tooMany
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
  const [viewerTokens, mediaTokens] = await Promise.all([
    createTokenMint(store, 'viewer', clock),
    createTokenMint(store, 'media', clock),
  ])
  if (config.demo) await seedDemoStaff(store, config.demoStaffPassword)
  const publicOrigin = config.publicUrl === null ? [] : [new URL(config.publicUrl).origin]

  return {
    ...createViewers(viewerTokens, clock),
    ...createMediaTokens(mediaTokens),
    ...createOverlayTokens(store),
    ...createStaff({ store, clock, config }),
    isAllowedOrigin: createOriginRule([...config.allowedOrigins, ...publicOrigin]),
  }
}
