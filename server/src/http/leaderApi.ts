// What a leader's phone asks for, by the code in its address and the cookie that binds it.
import { Arrived, HandOver, LeaderCode, OpenLeader } from '@lantern/shared/contract/leaderPage.ts'
import { type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { type Request, type RequestHandler, Router } from 'express'
import * as z from 'zod'
import { type CookiePair, readCookies, writeCookie } from '../identity/cookies.ts'
import { randomText } from '../kit/randomText.ts'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'
import { browserOf } from './visit.ts'

const LEADER_COOKIE: CookiePair = { plain: 'lantern_leader', secure: '__Host-lantern_leader' }
const YEAR_MS = 365 * 24 * 3_600_000
/** 190 bits. */
const DEVICE_CHARACTERS = 32

function deviceOf(req: Request): string | null {
  const { cookie, secure } = browserOf(req)
  return readCookies(cookie, LEADER_COOKIE, secure)[0] ?? null
}

const NOTHING = z.object({})

interface Phone {
  readonly code: string
  readonly device: string | null
}

export function createLeaderApi(leaders: HttpNeeds['groups']['leaders']): Router {
  const routes = Router()
  const answer =
    <Input>(
      schema: z.ZodType<Input>,
      act: (phone: Phone, input: Input) => Promise<Outcome<object | null>>,
    ): RequestHandler =>
    async (req, res) => {
      const [code, input] = [LeaderCode.safeParse(req.params['code']), schema.safeParse(req.body ?? {})]
      if (!code.success) return sendRefusal(res, refuse('LEADER_PAGE_GONE'))
      if (!input.success) return sendRefusal(res, refuse('BAD_INPUT'))
      const done = await act({ code: code.data, device: deviceOf(req) }, input.data)
      if (!done.ok) return sendRefusal(res, done)
      res.json(done.value ?? {})
    }

  routes.post('/:code/open', async (req, res) => {
    const [code, input] = [LeaderCode.safeParse(req.params.code), OpenLeader.safeParse(req.body)]
    if (!code.success) return sendRefusal(res, refuse('LEADER_PAGE_GONE'))
    if (!input.success) return sendRefusal(res, refuse('BAD_INPUT'))
    const device = deviceOf(req) ?? randomText(DEVICE_CHARACTERS)
    const opened = await leaders.open({ code: code.data, device }, input.data.pass)
    if (!opened.ok) return sendRefusal(res, opened)
    const cookie = writeCookie(LEADER_COOKIE, { value: device, secure: req.secure, maxAgeMs: YEAR_MS })
    res.append('Set-Cookie', cookie).json({})
  })
  routes.get(
    '/:code',
    answer(NOTHING, (phone) => leaders.read(phone)),
  )
  routes.post(
    '/:code/arrived',
    answer(Arrived, (phone, { showId }) => leaders.arrive(phone, showId)),
  )
  routes.post('/:code/handed', answer(HandOver, leaders.handOver))
  routes.post(
    '/:code/counter',
    answer(NOTHING, (phone) => leaders.takeCounter(phone)),
  )
  return routes
}
