// What a leader's phone asks for, by the code in its address and the cookie that binds it.
import { Arrived, HandOver, LeaderCode } from '@lantern/shared/contract/leaderPage.ts'
import { type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { Router } from 'express'
import * as z from 'zod'
import { createBoundDevices, type Device } from './boundDevice.ts'
import type { HttpNeeds } from './ports.ts'

const PAGES = {
  cookie: { plain: 'lantern_leader', secure: '__Host-lantern_leader' },
  code: LeaderCode,
  gone: 'LEADER_PAGE_GONE',
} as const

const NOTHING = z.object({})

export function createLeaderApi(leaders: HttpNeeds['groups']['leaders']): Router {
  const routes = Router()
  const devices = createBoundDevices(PAGES)
  const answer = <Input>(
    schema: z.ZodType<Input>,
    act: (phone: Device, input: Input) => Promise<Outcome<object | null>>,
  ) =>
    devices.answer(async (phone, req) => {
      const input = schema.safeParse(req.body ?? {})
      return input.success ? act(phone, input.data) : refuse('BAD_INPUT')
    })

  routes.post('/:code/open', devices.open(leaders.open))
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
