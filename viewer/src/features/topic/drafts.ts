// What somebody has begun to answer, kept in this tab until it is sent: a sheet is swiped away by accident.
import type { ActivityId } from '@lantern/shared/contract/ids.ts'

const keyOf = (id: ActivityId) => `lantern answer ${id}`

/** Null: nothing is kept, or the browser keeps nothing. */
export function readDraft(id: ActivityId): string | null {
  try {
    return sessionStorage.getItem(keyOf(id))
  } catch {
    return null
  }
}

/** Null: it is sent. */
export function keepDraft(id: ActivityId, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(keyOf(id))
    else sessionStorage.setItem(keyOf(id), text)
  } catch {
    // A browser that keeps nothing loses what was begun with the sheet.
  }
}
