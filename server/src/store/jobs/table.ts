// Every job of the store, as its database must know them.
import * as catalogue from './catalogue.ts'
import { addComments } from './comments.ts'
import { findChangedRooms, listShows, readRoom, readRoomSince } from './rooms.ts'
import { createShow, goLive, loseHostsOf, setHost, setPins } from './shows.ts'
import * as staff from './staff.ts'

export const STORE_JOBS = [
  catalogue.saveCatalogue,
  catalogue.setShop,
  createShow,
  listShows,
  readRoom,
  readRoomSince,
  findChangedRooms,
  goLive,
  setPins,
  setHost,
  loseHostsOf,
  addComments,
  staff.saveStaff,
  staff.findStaffByName,
  staff.findStaffById,
  staff.saveSession,
  staff.findSession,
  staff.touchSession,
  staff.deleteSession,
  staff.findSecret,
  staff.keepSecret,
] as const
