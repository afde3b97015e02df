// Makes the record of a red packet wrong on purpose, between the rush and the audit: an auditor that lets it pass audits nothing.
import { DatabaseSync } from 'node:sqlite'
import { findDatabase } from './audit.ts'

const AMOUNT = "json_extract(value, '$.amountMinor')"

/** Each takes the id of the packet. */
const FAULTS = {
  /** The first place holds a unit more than was told. */
  sum: `update activity_entries set value = json_object('amountMinor', ${AMOUNT} + 1) where activity_id = ? and no = 1`,
  /** Two places hold what the other was told: the sum is right. */
  swapped: `update activity_entries set value = json_object('amountMinor', ${AMOUNT} + iif(no = 1, 1, -1))
    where activity_id = ? and no <= 2`,
  /** A place that somebody was told is not there. */
  lost: 'delete from activity_entries where activity_id = ? and no = 1',
  /** A place more, of somebody who was told that all are gone. */
  extra: `insert into activity_entries (activity_id, no, show_id, viewer_id, value, requests, entered_at, changed_at, version)
    select activity_id, 21, show_id, 'somebody', value, '[]', entered_at, changed_at, version
    from activity_entries where activity_id = ? and no = 1`,
  /** Somebody's coupon is gone. */
  coupon: "delete from rewards where activity_id = ? and kind = 'coupon' and entry_no = 1",
} as const
export type Fault = keyof typeof FAULTS

export const FAULT_NAMES = Object.keys(FAULTS).filter((name): name is Fault => name in FAULTS)

/** Throws where there was nothing to make wrong. */
export function plantFault(dataDir: string, activityId: string, fault: Fault): void {
  const database = new DatabaseSync(findDatabase(dataDir))
  const { changes } = database.prepare(FAULTS[fault]).run(activityId)
  database.close()
  if (Number(changes) === 0) throw new Error(`the fault ${fault} changed nothing`)
}
