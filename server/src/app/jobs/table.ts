// Every job of the store and of the features, as the database must know them.
import { readEntryIds, readPublished } from '../../records/jobs/published.ts'
import { readPublishedPacket } from '../../records/jobs/publishedPacket.ts'
import { readAfter } from '../../records/jobs/after.ts'
import { FEATURES } from '../../features/feature.ts'
import * as failures from '../../shops/records/handoffFailures.ts'
import { CONNECTION_JOBS } from '../../shops/records/connections.ts'
import { saveCatalogue } from '../../shops/records/saveCatalogue.ts'
import * as catalogue from '../../shops/records/catalogue.ts'
import { RELAY_JOBS } from '../../webhooks/records/endpoints.ts'
import { forgetGuesses, takeGuess } from '../../identity/records/guesses.ts'
import { HANDOFF_JOBS } from '../../webhooks/records/handoffs.ts'
import { INBOX_JOBS } from '../../webhooks/records/inbox.ts'
import { importCatalogue } from '../../shops/records/imports.ts'
import { readCatalogue } from '../../shops/records/knownCatalogue.ts'
import { readDetails } from '../../shops/records/productDetails.ts'
import { readJournal } from '../../webhooks/records/journal.ts'
import { changeRundown } from '../../records/jobs/rundown/changeRundown.ts'
import { readRundown } from '../../records/jobs/rundown/readRundown.ts'
import { readFreeUnits } from '../../records/jobs/nextRundown.ts'
import * as overlays from '../../records/jobs/overlays.ts'
import { findChangedRooms, listShows, readRoom, readRoomSince } from '../../room/roomJobs.ts'
import { probeWrite } from '../../database/probeWrite.ts'
import { REFUND_JOBS } from '../../webhooks/records/refunds.ts'
import { readRevoked } from '../../identity/records/revocations.ts'
import { noteStaffViewer } from '../../identity/records/staffViewers.ts'
import { REFUSED_JOBS } from '../../webhooks/records/refused.ts'
import { TAKING_JOBS } from '../../shops/records/taking.ts'
import { REFRESH_JOBS } from '../../shops/records/refreshes.ts'
import * as codes from '../../shops/records/holdCodes.ts'
import * as shelf from '../../shops/records/shopShelf.ts'
import {
  createChosenShow,
  createShow,
  goLive,
  liftCrowd,
  loseHostsOf,
  setHost,
  setPins,
} from '../../records/jobs/shows.ts'
import * as staff from '../../identity/records/staff.ts'
import { SUBSCRIPTIONS } from './subscribed.ts'
import { readConsents, withdrawConsent } from '../../consents/jobs.ts'
import { sweepOld } from '../../retention/sweep.ts'
import { countOwnHolds, readKnown, readKnownPart } from '../../database/known/readKnown.ts'
import { eraseViewer } from '../../records/jobs/eraseViewer.ts'
import { noteVisits } from '../../records/jobs/visits.ts'
import { noteWatching } from '../../records/jobs/watching.ts'
import { readPlayFigures } from '../../activities/figures.ts'
import { findProgress } from '../../activities/progress.ts'

export const STORE_JOBS = [
  probeWrite,
  saveCatalogue,
  catalogue.setShop,
  createShow,
  createChosenShow,
  readRundown,
  changeRundown,
  readFreeUnits,
  listShows,
  readAfter,
  readEntryIds,
  readPublished,
  readPublishedPacket,
  readRoom,
  readRoomSince,
  findChangedRooms,
  goLive,
  liftCrowd,
  setPins,
  setHost,
  loseHostsOf,
  overlays.setOverlayKey,
  overlays.findOverlayKey,
  overlays.beatOverlay,
  overlays.leaveOverlay,
  overlays.readOverlays,
  staff.saveStaff,
  staff.findStaffByName,
  staff.findStaffById,
  staff.listStaff,
  staff.saveSession,
  staff.findSession,
  staff.touchSession,
  staff.deleteSession,
  takeGuess,
  forgetGuesses,
  readRevoked,
  noteStaffViewer,
  staff.findSecret,
  staff.keepSecret,
  readCatalogue,
  importCatalogue,
  readDetails,
  ...REFRESH_JOBS,
  ...TAKING_JOBS,
  codes.openCode,
  codes.codesToEnd,
  codes.codesLeft,
  codes.endCode,
  failures.noteFailure,
  failures.forgetFailure,
  failures.readFailures,
  shelf.findOffers,
  shelf.liveOffers,
  shelf.fencedOffers,
  shelf.capShared,
  shelf.saveStock,
  shelf.readStock,
  eraseViewer,
  readKnown,
  readKnownPart,
  countOwnHolds,
  readConsents,
  withdrawConsent,
  sweepOld,
  noteVisits,
  noteWatching,
  findProgress,
  readPlayFigures,
  ...CONNECTION_JOBS,
  ...INBOX_JOBS,
  readJournal,
  ...HANDOFF_JOBS,
  ...REFUND_JOBS,
  ...REFUSED_JOBS,
  ...RELAY_JOBS,
  ...Object.values(SUBSCRIPTIONS),
  ...FEATURES.flatMap(([, { jobs }]) => jobs ?? []),
]
