// What must heal by itself while people watch: the host's page, the media worker, the whole server.
import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { framesOf, goLive, waitForFrames } from './people.ts'
import { checkLedger } from './records.ts'
import { expect, test } from './test.ts'

test.use({ worldOf: 'faults' })
test.describe.configure({ mode: 'serial' })

let studio: Page

test.beforeEach(async ({ people }) => {
  studio = await people.staff()
  await goLive(studio)
})

test('a reload of the host resumes the same show, and viewers read that the host is reconnecting', async ({
  people,
}) => {
  const phone = await people.viewer()
  await waitForFrames(phone.getByTestId('video'), 10)

  await studio.goto('about:blank')
  await expect(phone.getByTestId('host-away')).toBeVisible()
  await studio.goBack()

  await expect(phone.getByTestId('host-away')).toBeHidden()
  await waitForFrames(phone.getByTestId('video'), 10)
})

test('the drawn host goes on where the page itself starves, as in a background tab', async ({ people }) => {
  const phone = await people.viewer()
  await waitForFrames(phone.getByTestId('video'), 10)

  // What a browser does to a hidden page, and more: no timer and no frame callback of the page ever runs again.
  await studio.evaluate(() => {
    window.requestAnimationFrame = () => 0
    for (let id = window.setTimeout(() => {}, 0); id > 0; id -= 1) window.clearTimeout(id)
    Object.assign(window, { setTimeout: () => 0, setInterval: () => 0 })
  })

  await waitForFrames(phone.getByTestId('video'), 40)
})

test('with the camera off nothing is sent and viewers read so, also who comes then; with it on the picture is back', async ({
  people,
}) => {
  const phone = await people.viewer()
  const video = phone.getByTestId('video')
  await waitForFrames(video, 10)

  await studio.getByTestId('camera-off').click()
  const frames: number[] = []
  const isStill = async () => frames.push(await framesOf(video)) > 2 && frames.at(-1) === frames.at(-3)
  await expect.poll(isStill, { intervals: [500] }).toBe(true)
  // Who watches and who comes now read why, over a picture that stands in.
  const late = await people.viewer()
  for (const each of [phone, late]) await expect(each.getByTestId('stand-in')).toContainText('The camera is off')
  await studio.getByTestId('pause').click()
  for (const each of [phone, late]) await expect(each.getByTestId('stand-in')).toContainText('Back in a moment')
  await late.screenshot({ path: 'test-results/faults/paused.png' })
  await studio.screenshot({ path: 'test-results/faults/paused-desk.png' })
  await studio.getByTestId('pause').click()
  await expect(late.getByTestId('stand-in')).toContainText('The camera is off')
  await late.screenshot({ path: 'test-results/faults/camera-off.png' })
  await studio.getByTestId('camera-off').click()

  await waitForFrames(video, 10)
  await waitForFrames(late.getByTestId('video'), 10)
  for (const each of [phone, late]) await expect(each.getByTestId('stand-in')).toBeHidden()
})

test('the picture is back by itself within 5 s of a killed media worker, and comments never stop', async ({
  people,
  world,
}) => {
  const phone = await people.viewer()
  await waitForFrames(phone.getByTestId('video'), 10)

  killWorkerOf(world.servers[0]?.pid() ?? 0)
  await phone.getByTestId('comment-input').fill('still here?')
  await phone.getByTestId('comment-input').press('Enter')
  await expect(studio.getByTestId('desk-comments')).toContainText('still here?')

  expect(await waitForFrames(phone.getByTestId('video'), 10)).toBeLessThan(5000)
})

test('a server killed in the middle of a sale comes back with everyone and every acknowledged hold', async ({
  people,
  world,
}) => {
  await studio.getByTestId('pin-brass-lamp').click()
  const phone = await people.viewer()
  await expect(phone.getByTestId('card')).toContainText(/lamp/i)
  await phone.getByTestId('hold-button').first().click()
  await expect(phone.getByTestId('checkout-link').first()).toBeVisible()

  await world.servers[0]?.stop('SIGKILL')
  await world.servers[0]?.start()

  await waitForFrames(phone.getByTestId('video'), 10, 20_000)
  await expect(phone.getByTestId('checkout-link').first()).toBeVisible()
  await phone.reload()
  await expect(phone.getByTestId('checkout-link').first()).toBeVisible()
  expect(await checkLedger(world.dataDir)).toBe('')
})

test('an overlay comes back by itself after the server was away', async ({ people, world }) => {
  await studio.getByTestId('pin-cotton-tote').click()
  await studio.getByTestId('overlay').click()
  await studio.getByTestId('overlay-make').click()
  const address = (await studio.getByTestId('overlay-link').getAttribute('href')) ?? ''
  const overlay = await people.page({ options: { viewport: { width: 1920, height: 1080 } } })
  await overlay.goto(address)
  await expect(overlay.getByTestId('overlay-card')).toBeVisible()

  await world.servers[0]?.stop('SIGKILL')
  // What may no longer be true is taken off the picture.
  await expect(overlay.getByTestId('overlay-card')).toBeHidden()
  await world.servers[0]?.start()

  await expect(overlay.getByTestId('overlay-card')).toBeVisible()
  await expect(studio.getByTestId('overlay-state')).toHaveAttribute('data-state', 'live')
})

function killWorkerOf(serverPid: number): void {
  const children = execFileSync('ps', ['-o', 'pid=,comm=', '--ppid', String(serverPid)], { encoding: 'utf8' })
  const worker = children.split('\n').find((line) => line.includes('mediasoup'))
  if (worker === undefined) throw new Error('no media worker is running')
  process.kill(Number(worker.trim().split(/\s+/)[0]), 'SIGKILL')
}
