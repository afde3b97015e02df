// New ids that begin with the time: rows of one evening land next to each other in the database's indexes.
import { randomText } from './randomText.ts'

/** 9 characters of time (ms, base 36) and 16 of chance (96 bits). */
export function newTimedId(): string {
  return Date.now().toString(36).padStart(9, '0') + randomText(16)
}
