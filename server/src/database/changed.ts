// What a job of the store answers: its value, and whose rooms it changed.
import type { ShowId } from '@lantern/shared/contract/ids.ts'

export interface Changed<Value> {
  readonly value: Value
  readonly showIds: readonly ShowId[]
}

export function unchanged<Value>(value: Value): Changed<Value> {
  return { value, showIds: [] }
}

export function changedIn<Value>(value: Value, ...showIds: readonly ShowId[]): Changed<Value> {
  return { value, showIds }
}
