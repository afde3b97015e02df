// Who a new socket is: cookies or a token, as its handshake says.
import { randomBytes } from 'node:crypto'
import { Handshake, PROTOCOL, Spoken } from '@lantern/shared/contract/handshake.ts'
import { ViewerId, type ShowId, type Via } from '@lantern/shared/contract/ids.ts'
import type { OverlayClaim } from '@lantern/shared/contract/overlay.ts'
import { type Outcome, grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Anyone } from '../commands/command.ts'
import type { Identity } from '../identity/identity.ts'

export interface Introduction {
  readonly person: Anyone
  readonly via: Via | null
  /** Only on a media socket: the one show whose picture it may take. */
  readonly mediaOf: ShowId | null
}

/** What a socket brought when it connected. */
export interface Arrival {
  readonly auth: unknown
  readonly cookie: string | undefined
  /** Whether it came over https. */
  readonly secure: boolean
  /** Whether the session is used by this, or only looked at. */
  readonly isUse?: boolean
  /** The address it came from, hashed: asked for when they do something, which most who watch never do. */
  readonly source: () => string
}

export type Introduce = (arrival: Arrival) => Promise<Outcome<Introduction>>

async function introduceViewer(
  identity: Identity,
  { cookie, secure, source }: Arrival,
): Promise<Outcome<Introduction>> {
  const viewer = identity.viewerFromCookie({ cookie, secure })
  if (viewer === null) return refuse('SESSION_OVER')
  const { viewerId, name, issuedAt, via } = viewer
  let known: string | null = null
  const person = {
    kind: 'viewer',
    viewerId,
    name,
    issuedAt,
    get source() {
      return (known ??= source())
    },
  } as const
  return grant({ person, via, mediaOf: null })
}

async function introduceStaff(
  identity: Identity,
  { cookie, secure, isUse = false }: Arrival,
): Promise<Outcome<Introduction>> {
  const found = await identity.staffFromCookie({ cookie, secure, isUse })
  if (!found.ok) return found
  const { id, name, role } = found.value
  // Staff stand in the room under their own id: they comment, they never hold.
  const person = { kind: 'staff', staffId: id, viewerId: ViewerId.parse(id), name, role } as const
  return grant({ person, via: null, mediaOf: null })
}

async function introduceMedia(identity: Identity, mediaToken: string): Promise<Outcome<Introduction>> {
  const place = identity.verifyMediaToken(mediaToken)
  if (place === null || identity.isRevoked(place.viewerId)) return refuse('NOT_ALLOWED')
  const person = { kind: 'viewer', viewerId: place.viewerId, name: '', issuedAt: 0, source: null } as const
  return grant({ person, via: null, mediaOf: place.showId })
}

async function introduceOverlay(identity: Identity, claim: OverlayClaim): Promise<Outcome<Introduction>> {
  const { showId, token, name } = claim
  const keyVersion = await identity.verifyOverlayToken(showId, token)
  if (keyVersion === null) return refuse('NOT_ALLOWED')
  const viewerId = ViewerId.parse(`overlay_${randomBytes(12).toString('base64url')}`)
  return grant({ person: { kind: 'overlay', showId, viewerId, name, keyVersion }, via: null, mediaOf: null })
}

export type NoteStaffViewer = (viewerId: ViewerId) => Promise<void>

/** A browser that shows both a viewer and a session of staff, whichever of them it comes as; in the demo everyone is staff. */
async function noteStaff(identity: Identity, { cookie, secure }: Arrival, note: NoteStaffViewer): Promise<void> {
  const viewer = identity.viewerFromCookie({ cookie, secure })
  if (viewer === null) return
  const staff = await identity.staffFromCookie({ cookie, secure, isUse: false })
  if (staff.ok && !staff.value.demo) await note(viewer.viewerId)
}

export function createIntroduce(identity: Identity, note: NoteStaffViewer): Introduce {
  return async (arrival) => {
    const protocol = Spoken.safeParse(arrival.auth).data?.protocol ?? 0
    if (protocol !== PROTOCOL) return refuse(protocol < PROTOCOL ? 'PAGE_TOO_OLD' : 'TRY_AGAIN')
    const handshake = Handshake.safeParse(arrival.auth)
    if (!handshake.success) return refuse('BAD_INPUT')
    const claim = handshake.data
    if (claim.as === 'overlay') return introduceOverlay(identity, claim)
    if (claim.as === 'media') return introduceMedia(identity, claim.mediaToken)
    await noteStaff(identity, arrival, note)
    return claim.as === 'staff' ? introduceStaff(identity, arrival) : introduceViewer(identity, arrival)
  }
}
