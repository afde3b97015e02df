// What operators rely on: health, metrics, a clean stop, a clear refusal of absurd settings.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { SERVER_PROGRAM } from '@lantern/server/src/testing/serverProgram.ts'
import { startWorld } from '@lantern/server/src/testing/world.ts'
import { createPeople, goLive, waitForFrames } from './people.ts'
import { expect, test } from './test.ts'

test.use({ worldOf: 'ops' })

test('health, readiness and metrics answer, with the numbers that ops watch', async ({ world }) => {
  expect((await fetch(`${world.url}/healthz`)).status).toBe(200)
  expect((await fetch(`${world.url}/readyz`)).status).toBe(200)
  const metrics = await (await fetch(`${world.url}/metrics`)).text()
  const names = [
    'process_cpu_seconds_total',
    'lantern_holds_total',
    'lantern_open_holds',
    'lantern_viewers',
    'lantern_sockets',
    'lantern_first_frame_seconds',
    'lantern_worker_deaths_total',
    'ledger_drift_units',
    'oversold_units_total',
    'lantern_activities',
    'lantern_activity_entries',
    'lantern_rewards',
    'lantern_draw_waits_seconds',
  ]

  expect(names.filter((name) => !metrics.includes(`# TYPE ${name} `))).toEqual([])
})

test('a page that shows the picture reports join to first frame and its parts', async ({ people, world }) => {
  await goLive(await people.staff())
  const phone = await people.viewer()
  await waitForFrames(phone.getByTestId('video'), 10)

  await expect
    .poll(async () =>
      /lantern_first_frame_seconds_count\{part="first_frame"\} [1-9]/.test(
        await (await fetch(`${world.url}/metrics`)).text(),
      ),
    )
    .toBe(true)
})

test('SIGTERM drains with a viewer on the line and ends with exit code 0', async ({ browser }) => {
  const world = await startWorld()
  const people = createPeople(browser, world)
  const phone = await people.viewer()
  await expect(phone.getByTestId('before-show')).toBeVisible()

  expect(await world.servers[0]?.stop('SIGTERM')).toBe(0)
  await people.leave()
  await world.close()
})

test('an absurd setting is one clear line and exit code 78, and nothing half starts', async () => {
  const run = promisify(execFile)
  const failed = await run(process.execPath, [SERVER_PROGRAM], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '99999', DEMO: '1' },
  }).catch((error: { code?: number; stderr?: string; stdout?: string }) => error)
  const said = `${failed.stdout ?? ''}${failed.stderr ?? ''}`.trim().split('\n')

  expect('code' in failed && failed.code).toBe(78)
  expect(said).toHaveLength(1)
  expect(said[0]).toContain('PORT')
})
