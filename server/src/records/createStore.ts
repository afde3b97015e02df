// The Store over any Database: each method is one job, and every change is told to `onChange`.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Database, Job } from '../database/database.ts'
import type { Changed } from '../database/changed.ts'
import { readAfter } from './jobs/after.ts'
import { readEntryIds, readPublished } from './jobs/published.ts'
import { readPublishedPacket } from './jobs/publishedPacket.ts'
import * as catalogue from '../shops/records/catalogue.ts'
import { saveCatalogue } from '../shops/records/saveCatalogue.ts'
import * as guesses from '../identity/records/guesses.ts'
import * as overlays from './jobs/overlays.ts'
import * as rooms from '../room/roomJobs.ts'
import { readRevoked } from '../identity/records/revocations.ts'
import { noteStaffViewer } from '../identity/records/staffViewers.ts'
import { readFreeUnits } from './jobs/nextRundown.ts'
import * as shows from './jobs/shows.ts'
import { changeRundown } from './jobs/rundown/changeRundown.ts'
import type { OfferDefaults } from './jobs/rundown/putOffers.ts'
import { readRundown } from './jobs/rundown/readRundown.ts'
import * as staff from '../identity/records/staff.ts'
import { eraseViewer } from './jobs/eraseViewer.ts'
import { noteVisits } from './jobs/visits.ts'
import { noteWatching } from './jobs/watching.ts'
import type { Store } from './store.ts'

export interface StoreOptions {
  readonly database: Database
  /** Called after each commit that changed these shows. */
  readonly onChange: (showIds: ReadonlySet<ShowId>) => void
  readonly offerDefaults?: Partial<OfferDefaults>
}

export const OFFER_DEFAULTS: OfferDefaults = { perViewer: 5, policy: 'lock_on_hold', holdMs: 600_000 }

export function createStore({ database, onChange, offerDefaults }: StoreOptions): Store {
  const offers = { ...OFFER_DEFAULTS, ...offerDefaults }

  async function change<Input, Value>(job: Job<Input, Changed<Value>>, input: Input): Promise<Value> {
    const { value, showIds } = await database.run(job, input)
    if (showIds.length > 0) onChange(new Set(showIds))
    return value
  }

  return {
    run: (job, input) => database.run(job, input),
    change,
    saveCatalogue: (currency, products) => database.run(saveCatalogue, { currency, products }),
    setShop: (shop) => change(catalogue.setShop, shop),
    readFreeUnits: () => database.run(readFreeUnits, null),
    createShow: (show) => change(shows.createShow, { show, offers }),
    createChosenShow: (show, chosen) => change(shows.createChosenShow, { show, offers, chosen }),
    readRundown: (showId) => database.run(readRundown, { showId }),
    changeRundown: (showId, asked, by) => change(changeRundown, { showId, ...asked, by, offers }),
    listShows: () => database.run(rooms.listShows, null),
    readRoom: (showId) => database.run(rooms.readRoom, { showId }),
    readAfter: (showId) => database.run(readAfter, { showId }),
    readPublished: (activityId, viewerId) => database.run(readPublished, { activityId, viewerId }),
    readPublishedPacket: (activityId, viewerId) => database.run(readPublishedPacket, { activityId, viewerId }),
    readEntryIds: (page) => database.run(readEntryIds, page),
    readRoomSince: (showId, cursor) => database.run(rooms.readRoomSince, { showId, cursor }),
    findChangedRooms: (cursors) => database.run(rooms.findChangedRooms, { cursors: [...cursors] }),
    goLive: (showId, by) => change(shows.goLive, { showId, by }),
    liftCrowd: (showId, by) => change(shows.liftCrowd, { showId, by }),
    setPins: (showId, productIds, by) => change(shows.setPins, { showId, productIds, by }),
    setHost: (showId, host) => change(shows.setHost, { showId, host }),
    loseHostsOf: (mediaNode) => change(shows.loseHostsOf, { mediaNode }),
    setOverlayKey: (showId, tokenHash, by) => change(overlays.setOverlayKey, { showId, tokenHash, by }).then(() => {}),
    noteStaffViewer: (viewerId) => database.run(noteStaffViewer, { viewerId }).then(() => {}),
    eraseViewer: (request) => change(eraseViewer, request),
    noteVisits: (visits) => database.run(noteVisits, { visits }).then(() => {}),
    noteWatching: (watching) => database.run(noteWatching, { watching }).then(() => {}),
    ...overlaysOf(database),
    ...staffOf(database),
    close: () => database.close(),
  }
}

function overlaysOf(database: Database) {
  return {
    findOverlayKey: (showId) => database.run(overlays.findOverlayKey, { showId }),
    beatOverlay: (beat) => database.run(overlays.beatOverlay, beat).then(() => {}),
    leaveOverlay: (id) => database.run(overlays.leaveOverlay, { id }).then(() => {}),
    readOverlays: (showId) => database.run(overlays.readOverlays, { showId }),
  } satisfies Partial<Store>
}

function staffOf(database: Database) {
  return {
    saveStaff: (record) => database.run(staff.saveStaff, record),
    findStaffByName: (name) => database.run(staff.findStaffByName, { name }),
    findStaffById: (id) => database.run(staff.findStaffById, { id }),
    listStaff: () => database.run(staff.listStaff, null),
    saveSession: (session) => database.run(staff.saveSession, session),
    findSession: (tokenHash) => database.run(staff.findSession, { tokenHash }),
    touchSession: (tokenHash, seenAt) => database.run(staff.touchSession, { tokenHash, seenAt }),
    deleteSession: (tokenHash) => database.run(staff.deleteSession, { tokenHash }),
    takeGuess: (account) => database.run(guesses.takeGuess, { account }),
    forgetGuesses: (account) => database.run(guesses.forgetGuesses, { account }),
    readRevoked: (since) => database.run(readRevoked, { since }),
    async secret(name, make) {
      const known = await database.run(staff.findSecret, { name })
      return known ?? database.run(staff.keepSecret, { name, value: await make() })
    },
  } satisfies Partial<Store>
}
