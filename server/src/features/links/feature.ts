// What the server does for share links.
export * as contract from '@lantern/shared/features/links/contract.ts'
export { readings } from './readings.ts'
export { erasures, migrations } from './tables.ts'
import type { ServiceNeeds } from '../../commands/services.ts'
import { addOpens } from './addOpens.ts'
import { count, make, makeVoid } from './commands.ts'
import { countLinks, findLink, makeLink, makeOwnLink, voidLink } from './jobs.ts'
import { createShareLinks } from './shareLinks.ts'
import { makeNamedLink, voidNamedLink } from './sharersLinks.ts'

export const jobs = [makeLink, makeOwnLink, voidLink, findLink, countLinks, addOpens, makeNamedLink, voidNamedLink]

export const handlers = {
  'link:make': make,
  'link:void': makeVoid,
  'links:count': count,
}

/** What is open as long as the server is. */
export const services = { links: (needs: ServiceNeeds) => createShareLinks(needs) }
