// What was redeemed in a day: for staff, and as a file for a spreadsheet.
import { MOST_REDEMPTIONS, type Redemptions } from '@lantern/shared/contract/counter.ts'
import { LocalText } from '@lantern/shared/contract/things.ts'
import type { Job } from '../../database/database.ts'
import { CSV_MARK, csvLines, textCell } from '../../domain/csv.ts'
import { redemptionsTold, titleIn, toStaffRedemption } from './look.ts'

export interface Day {
  readonly from: number
  readonly to: number
}

export type Listed = Redemptions['redemptions'][number]

/** The latest first. */
export const listRedemptions: Job<Day, Listed[]> = {
  name: 'counter.listRedemptions',
  kind: 'read',
  async work(db, { from, to }) {
    const rows = await redemptionsTold(db)
      .innerJoin('shows', 'shows.id', 'redemptions.show_id')
      .leftJoin('holds', (join) => join.onRef('holds.id', '=', 'redemptions.ref').on('redemptions.kind', '=', 'order'))
      .leftJoin('rewards', (join) =>
        join.onRef('rewards.id', '=', 'redemptions.ref').on('redemptions.kind', '=', 'coupon'),
      )
      .leftJoin('activities', 'activities.id', 'rewards.activity_id')
      .select(['shows.title', 'holds.order_id as orderId', 'activities.config'])
      .where('redemptions.at', '>=', from)
      .where('redemptions.at', '<', to)
      .orderBy('redemptions.at', 'desc')
      .orderBy('redemptions.id')
      .limit(MOST_REDEMPTIONS)
      .execute()
    return rows.map(({ title, orderId, config, ...row }) => ({
      ...toStaffRedemption(row),
      what: orderId ?? (config === null ? '' : titleIn(config)),
      show: LocalText.parse(JSON.parse(title)),
    }))
  },
}

const HEADINGS = ['redeemed_at', 'kind', 'what', 'show', 'counter', 'by', 'id']

/** Moments in UTC. */
export function toRedemptionsCsv(listed: readonly Listed[]): string {
  const lines = listed.map(({ at, kind, what, show, place, by, id }) => [
    ...[new Date(at).toISOString(), kind, textCell(what), textCell(show.en ?? Object.values(show)[0] ?? '')],
    ...[textCell(place), textCell(by ?? ''), textCell(id)],
  ])
  return CSV_MARK + csvLines([HEADINGS, ...lines])
}
