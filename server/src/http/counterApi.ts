// What phones ask about the shop's counter: a buyer's for the code to show, that of staff to look at one and to redeem it.
import {
  type CounterKind,
  CounterRules,
  CounterThing,
  DayQuery,
  LookAt,
  Redeem,
  type ShownCode,
} from '@lantern/shared/contract/counter.ts'
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { AT_THE_DESK } from '@lantern/shared/contract/roles.ts'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import type * as z from 'zod'
import { drawQrSvg } from '../posters/qrCode.ts'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'
import { remembering } from './remembering.ts'
import { browserOf, staffCookiesOf } from './visit.ts'

type Needs = Pick<HttpNeeds, 'identity' | 'counter' | 'ledger' | 'clock'>

const send = (res: Response, outcome: Outcome<object>) =>
  outcome.ok ? void res.json(outcome.value) : sendRefusal(res, outcome)

/** Who of the staff asks, if they may; else it has answered. */
async function enter({ identity }: Needs, req: Request, res: Response): Promise<StaffId | null> {
  const who = await identity.staffFromCookie(staffCookiesOf(req))
  const may = who.ok && AT_THE_DESK.some((role) => role === who.value.role)
  if (who.ok && may) return who.value.id
  sendRefusal(res, who.ok ? refuse('NOT_ALLOWED') : who)
  return null
}

const showing =
  ({ identity, counter }: Needs): RequestHandler =>
  async (req, res) => {
    const thing = CounterThing.safeParse(req.body)
    const viewer = identity.viewerFromCookie(browserOf(req))
    if (!thing.success) return sendRefusal(res, refuse('BAD_INPUT'))
    if (viewer === null) return sendRefusal(res, refuse('COUNTER_NOT_YOURS'))
    const own = await counter.show(viewer.viewerId, thing.data)
    if (!own.ok) return sendRefusal(res, own)
    if (own.value.is !== 'code') return void res.json(own.value satisfies ShownCode)
    const { code, until } = own.value
    if (code === null) return sendRefusal(res, refuse('COUNTER_NOT_YOURS'))
    res.json({ is: 'code', code, until, svg: drawQrSvg(code) } satisfies ShownCode)
  }

const looking =
  ({ counter }: Needs) =>
  async (asked: LookAt): Promise<Outcome<object>> => {
    const found = await counter.find(asked)
    return found.ok ? counter.look(found.value) : found
  }

/** Asked again, its answer is the one of before, whatever the counter takes by now. */
const redeeming =
  ({ counter, ledger }: Needs) =>
  async ({ id, place, ...asked }: Redeem, by: StaffId): Promise<Outcome<object>> => {
    const found = await counter.find({ ...asked, id })
    if (!found.ok) return found
    const isKnown = (await counter.redemption(id)) !== null
    if (!isKnown && !takes(await counter.rules(), found.value.kind)) return refuse('COUNTER_CLOSED')
    const done = await ledger.redeem({ ...found.value, id, place, by })
    if (!done.ok) return done
    const told = await counter.redemption(id)
    return told === null ? refuse('TRY_AGAIN') : grant(told)
  }

const takes = ({ coupons, orders }: CounterRules, kind: CounterKind) => (kind === 'coupon' ? coupons : orders)

export function createCounterApi(needs: Needs): Router {
  const { counter, clock } = needs
  const routes = Router()
  const asked =
    <Input>(
      schema: z.ZodType<Input>,
      act: (input: Input, staffId: StaffId) => Promise<Outcome<object>>,
    ): RequestHandler =>
    async (req, res) => {
      const staffId = await enter(needs, req, res)
      if (staffId === null) return
      const input = schema.safeParse(/^(GET|HEAD)$/.test(req.method) ? req.query : req.body)
      send(res, input.success ? await act(input.data, staffId) : refuse('BAD_INPUT'))
    }
  // Everybody who opens a page asks.
  const rules = remembering(clock, () => counter.rules())
  routes.get('/', async (_req, res) => void res.json(await rules('')))
  routes.post(
    '/',
    asked(CounterRules, async (input, staffId) => grant(await counter.setRules(input, staffId))),
  )
  routes.post('/show', showing(needs))
  routes.post('/look', asked(LookAt, looking(needs)))
  routes.post('/redeem', asked(Redeem, redeeming(needs)))
  routes.get(
    '/redemptions',
    asked(DayQuery, async (day) => grant({ redemptions: await counter.list(day) })),
  )
  routes.get('/redemptions.csv', async (req, res) => {
    if ((await enter(needs, req, res)) === null) return
    const day = DayQuery.safeParse(req.query)
    if (!day.success) return sendRefusal(res, refuse('BAD_INPUT'))
    res
      .set('Content-Disposition', 'attachment; filename="redemptions.csv"')
      .type('text/csv; charset=utf-8')
      .send(await counter.file(day.data))
  })
  return routes
}
