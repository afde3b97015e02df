// Every job of the store and of the features, as the database must know them.
import { readAfter } from './after.ts'
import { FEATURES } from '../../features/feature.ts'
import * as failures from './handoffFailures.ts'
import * as catalogue from './catalogue.ts'
import { RELAY_JOBS } from './endpoints.ts'
import { forgetGuesses, takeGuess } from './guesses.ts'
import { HANDOFF_JOBS } from './handoffs.ts'
import { INBOX_JOBS } from './inbox.ts'
import { importCatalogue, readCatalogue } from './imports.ts'
import { readFreeUnits } from './nextRundown.ts'
import * as overlays from './overlays.ts'
import { findChangedRooms, listShows, readRoom, readRoomSince } from './rooms.ts'
import { probeWrite } from './probeWrite.ts'
import { REFUND_JOBS } from './refunds.ts'
import { readRevoked } from './revocations.ts'
import { REFUSED_JOBS } from './refused.ts'
import * as shelf from './shopShelf.ts'
import { createShow, goLive, liftCrowd, loseHostsOf, setHost, setPins } from './shows.ts'
import * as staff from './staff.ts'
import { SUBSCRIPTIONS } from './subscribed.ts'
import { TALK_JOBS } from './talkJobs.ts'

export const STORE_JOBS = [
  probeWrite,
  catalogue.saveCatalogue,
  catalogue.setShop,
  createShow,
  readFreeUnits,
  listShows,
  readAfter,
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
  staff.findSecret,
  staff.keepSecret,
  readCatalogue,
  importCatalogue,
  shelf.openCode,
  shelf.codesToEnd,
  shelf.endCode,
  failures.noteFailure,
  failures.forgetFailure,
  failures.readFailures,
  shelf.findOffers,
  shelf.liveOffers,
  shelf.fencedOffers,
  shelf.saveStock,
  shelf.readStock,
  ...TALK_JOBS,
  ...INBOX_JOBS,
  ...HANDOFF_JOBS,
  ...REFUND_JOBS,
  ...REFUSED_JOBS,
  ...RELAY_JOBS,
  ...Object.values(SUBSCRIPTIONS),
  ...FEATURES.flatMap(([, { jobs }]) => jobs ?? []),
]
