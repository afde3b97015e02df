// Jobs of the links that sharers make for groups: made as long as they share, and void for good.
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { MOST_OWN_LINKS } from '@lantern/shared/contract/sharerPage.ts'
import type { SharerId } from '@lantern/shared/contract/sharing.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { type LinkCode, LinkId } from '@lantern/shared/features/links/contract.ts'
import { type Changed, changedIn, unchanged } from '../../database/changed.ts'
import type { Job } from '../../database/database.ts'
import { countNamedLinks, endLink, findNamedLink, type Named, ownLink } from '../../sharing/links.ts'
import { SHARERS } from '../../sharing/locks.ts'
import { findSharing } from '../../sharing/people.ts'
import { addLink, findByCode, findLinkOf, lockShow, markVoid } from './jobs.ts'

export interface MakeNamedLink {
  readonly sharerId: SharerId
  readonly showId: ShowId
  /** Chosen by the page, so that asking twice makes one. */
  readonly id: string
  readonly code: LinkCode
  readonly named: Named
}

type Refused = 'SHOW_NOT_FOUND' | 'SHARER_OVER' | 'SHARING_OFF' | 'ENOUGH_OWN_LINKS'

/** Staff do not see it among theirs, nor does it count towards their number. */
export const makeNamedLink: Job<MakeNamedLink, Changed<Outcome<LinkCode, Refused>>> = {
  name: 'links.makeNamedLink',
  kind: 'write',
  async work(db, { sharerId, showId, code, named, ...asked }, context) {
    const show = await lockShow(db, showId, context)
    if (!show) return unchanged(refuse('SHOW_NOT_FOUND'))
    // As whoever erases a sharer does, after the shows: a name is not written behind their back.
    await context.words.lockNames(db, [SHARERS])
    const sharing = await findSharing(db, sharerId)
    if (!sharing.ok) return unchanged(sharing)
    const id = LinkId.parse(`by-${sharerId}-${asked.id}`)
    const known = await findLinkOf(db, { showId, id })
    if (known) return unchanged(grant(known.code))
    if ((await countNamedLinks(db, { sharerId, showId })) >= MOST_OWN_LINKS) {
      return unchanged(refuse('ENOUGH_OWN_LINKS'))
    }
    // Without a name: the sharer's own words stand with the sharer alone, and go with them.
    const made = { showId, id, code, name: '', groupId: null, show, actor: `sharer:${sharerId}` }
    await addLink(db, made, context)
    await ownLink(db, { code, sharerId, showId, at: await context.now(), named })
    return changedIn(grant(code), showId)
  },
}

interface VoidNamedLink {
  readonly sharerId: SharerId
  readonly code: LinkCode
}

export const voidNamedLink: Job<VoidNamedLink, Changed<Outcome<null, 'LINK_NOT_FOUND'>>> = {
  name: 'links.voidNamedLink',
  kind: 'write',
  async work(db, { sharerId, code }, context) {
    const showId = await findNamedLink(db, code, sharerId)
    const show = showId === null ? undefined : await lockShow(db, showId, context)
    const row = await findByCode(db, code)
    if (!show || !row) return unchanged(refuse('LINK_NOT_FOUND'))
    if (row.voided_at !== null) return unchanged(grant(null))
    const { voided_at } = await markVoid(db, { row, show, actor: `sharer:${sharerId}` }, context)
    await endLink(db, code, voided_at)
    return changedIn(grant(null), show.id)
  },
}
