// Two server processes on one database and one Redis: a viewer of the second one sees the host of the first.
import { test as base } from '@playwright/test'
import { startRedisServer } from '@lantern/server/src/testing/redisServer.ts'
import { startWorld } from '@lantern/server/src/testing/world.ts'
import { createPeople, goLive, PHONE, PHONE_AGENT, waitForFrames } from './people.ts'
import { expect } from './test.ts'

base(
  'a viewer of the second process gets the picture from the host’s process, also with Redis killed and back',
  async ({ browser }) => {
    const redis = await startRedisServer()
    const world = await startWorld({ servers: 2, env: { REDIS_URL: redis.url } })
    const people = createPeople(browser, world)
    const second = world.servers[1]?.url ?? ''

    const studio = await people.staff()
    await goLive(studio)
    const phone = await people.viewer({ origin: second })
    await waitForFrames(phone.getByTestId('video'), 10)
    await studio.getByTestId('pin-brass-lamp').click()
    await expect(phone.getByTestId('card')).toContainText(/lamp/i)
    await redis.signal('SIGKILL')
    await studio.getByTestId('pin-cotton-tote').click()
    await expect(phone.getByTestId('card')).toContainText(/tote/i)
    await phone.getByTestId('comment-input').fill('is anyone there?')
    await phone.getByTestId('comment-input').press('Enter')
    await expect(studio.getByTestId('desk-comments')).toContainText('is anyone there?')
    await redis.start()
    await expect(studio.getByTestId('figure-watching')).toContainText('1')

    await people.leave()
    await world.close()
    await redis.close()
  },
)

base(
  'a host who goes on from a phone, by way of the other process: the first desk says so, and takes it back',
  async ({ browser }) => {
    const world = await startWorld({ servers: 2 })
    const people = createPeople(browser, world)
    const origin = world.servers[1]?.url ?? ''
    const studio = await people.staff()
    await goLive(studio)
    const viewer = await people.viewer()
    await waitForFrames(viewer.getByTestId('video'), 10)

    const pocket = await people.staff({ origin, options: { viewport: PHONE, userAgent: PHONE_AGENT } })
    await pocket.getByTestId('source-pattern').click()
    await pocket.getByTestId('go-live').click()
    await expect(studio.getByTestId('host-status')).toHaveText('Your phone is sending now.')
    await expect(pocket.getByTestId('host-status')).toHaveAttribute('data-reach', 'on')
    await waitForFrames(viewer.getByTestId('video'), 20)

    await studio.getByTestId('go-live').click()
    await expect(studio.getByTestId('host-status')).toHaveAttribute('data-reach', 'on')
    await expect(pocket.getByTestId('host-status')).toHaveText('Your computer is sending now.')
    await waitForFrames(viewer.getByTestId('video'), 20)

    await people.leave()
    await world.close()
  },
)
