// What a leader's phone asks for, by the code in its address and the cookie that binds it.
import { Arrived, HandOver, LeaderCode } from '@lantern/shared/contract/leaderPage.ts'
import { Router } from 'express'
import type * as z from 'zod'
import { createBoundDevices, type Device } from './boundDevice.ts'
import type { HttpNeeds } from './ports.ts'

const PAGES = {
  cookie: { plain: 'lantern_leader', secure: '__Host-lantern_leader' },
  code: LeaderCode,
  gone: 'LEADER_PAGE_GONE',
} as const

type Needs = Pick<HttpNeeds, 'groups' | 'onPickup' | 'clock'>

/** Told a minute after it was done: the phone had no line. */
const LATE_MS = 60_000

/** Each is counted by what it was, and never by whose group. */
function counting({ groups: { leaders }, onPickup = () => undefined, clock }: Needs) {
  return {
    async arrive(phone: Device, { showId }: z.infer<typeof Arrived>) {
      const done = await leaders.arrive(phone, showId)
      onPickup(done.ok ? 'arrived' : 'refused')
      return done
    },
    async handOver(phone: Device, asked: HandOver) {
      const done = await leaders.handOver(phone, asked)
      if (!done.ok) onPickup('refused')
      else if (done.value.conflicts.length > 0) onPickup('conflict')
      else onPickup(asked.at < clock() - LATE_MS ? 'late' : 'handed')
      return done
    },
  }
}

export function createLeaderApi(needs: Needs): Router {
  const { leaders } = needs.groups
  const counted = counting(needs)
  const routes = Router()
  const { answer, asked, open } = createBoundDevices(PAGES)
  routes.post('/:code/open', open(leaders.open))
  routes.get('/:code', answer(leaders.read))
  routes.post('/:code/arrived', asked(Arrived, counted.arrive))
  routes.post('/:code/handed', asked(HandOver, counted.handOver))
  routes.post('/:code/counter', answer(leaders.takeCounter))
  return routes
}
