// The addresses that the server answers about the shop's counter.
import {
  CounterRules,
  CounterThing,
  DayQuery,
  LookAt,
  Looked,
  Redeem,
  Redemptions,
  ShownCode,
  StaffRedemption,
} from './counter.ts'
import { AT_THE_DESK } from './roles.ts'
import { json, text } from './route.ts'

const byStaff = { status: 200, from: AT_THE_DESK } as const
const BAD_CODE = ['COUNTER_CODE_FOREIGN', 'COUNTER_CODE_FORGED', 'COUNTER_CODE_OLD', 'COUNTER_OTHER_SHOW'] as const
export const WHY_NOT = [
  'COUNTER_USED',
  'COUNTER_CLOSED',
  'COUNTER_TAKEN_BACK',
  'COUNTER_COUPON_OVER',
  'COUNTER_COUPON_PAID',
  'COUNTER_COUPON_KEPT',
  'COUNTER_UNPAID',
  'COUNTER_REFUNDED',
  'COUNTER_UNDECIDED',
  'COUNTER_WITH_GROUP',
] as const

export const COUNTER_ROUTES = {
  /** What the shop's counter takes. */
  'GET /api/counter': { status: 200, from: 'anyone', answers: json(CounterRules), refusals: [] },
  /** Says what it takes from now on. */
  'POST /api/counter': { ...byStaff, takes: json(CounterRules), answers: json(CounterRules), refusals: [] },
  /** The code of a coupon or an order of the viewer who asks, as letters and as a picture; good for five minutes. */
  'POST /api/counter/show': {
    status: 200,
    from: 'anyone',
    takes: json(CounterThing),
    answers: json(ShownCode),
    refusals: ['COUNTER_NOT_YOURS', 'COUNTER_CLOSED'],
  },
  /** What a code stands for, before anything is done with it. */
  'POST /api/counter/look': { ...byStaff, takes: json(LookAt), answers: json(Looked), refusals: BAD_CODE },
  /** Redeems what the code stands for, once; safe to repeat with the same id. */
  'POST /api/counter/redeem': {
    ...byStaff,
    takes: json(Redeem),
    answers: json(StaffRedemption),
    refusals: [...BAD_CODE, ...WHY_NOT, 'COUNTER_ID_TAKEN'],
  },
  /** What was redeemed in a day. */
  'GET /api/counter/redemptions': { ...byStaff, query: DayQuery, answers: json(Redemptions), refusals: [] },
  /** The same as csv, moments in UTC. */
  'GET /api/counter/redemptions.csv': { ...byStaff, query: DayQuery, answers: text('text/csv'), refusals: [] },
} as const
