// overlay:renew, overlay:revoke, overlay:status and overlay:beat: the address of a show's overlay, and who uses it.
import { grant } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'

export const renewOverlay: Command<'overlay:renew'> = async ({ tokens, rooms }, { person, showId }) => {
  const token = await tokens.renewOverlayToken(showId, person.staffId)
  rooms.announce(showId)
  return grant({ token })
}

export const revokeOverlay: Command<'overlay:revoke'> = async ({ tokens, rooms }, { person, showId }) => {
  await tokens.revokeOverlayToken(showId, person.staffId)
  rooms.announce(showId)
  return grant({})
}

export const readOverlayStatus: Command<'overlay:status'> = async ({ store }, { showId }) =>
  grant(await store.readOverlays(showId))

export const beatOverlay: Command<'overlay:beat'> = async ({ store }, { person, showId }, beat) => {
  const { viewerId: id, name } = person
  await store.beatOverlay({ id, showId, name, ...beat })
  return grant({})
}
