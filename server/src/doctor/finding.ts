// Writes one finding down.
import type { Finding } from '@lantern/shared/contract/doctor.ts'

type Told = [state: Finding['state'], why: Finding['why'], detail?: Finding['detail']]

/** Good, unsure or bad, why, and what the sentence fills in. */
export function finding(check: Finding['check'], ...[state, why, detail = {}]: Told): Finding {
  return { check, state, why, detail }
}
