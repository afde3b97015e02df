// The second half of npm run doctor: what the shop's own server lacks before a real show, from its settings; changes nothing.
import { existsSync } from 'node:fs'
import { createCheckout } from '../shops/createCheckout.ts'
import { type Config, databaseOf, readConfig } from '../settings/config.ts'
import { createDoctor } from '../doctor/doctor.ts'
import { toLine } from '../doctor/lines.ts'
import { isShopUnnamed } from '../settings/contradictions.ts'
import { NO_SHOP } from '../shops/connect/noShop.ts'
import { createShopTime } from '../doctor/shopTime.ts'
import { openDatabase } from '../app/openDatabase.ts'
import { readAcmeFailure } from '../app/openCertificates.ts'
import type { CommandLine } from './command.ts'
import { createWebhookRecords } from '../webhooks/records/createWebhookRecords.ts'
import type { WebhookRecords } from '../webhooks/records/webhookRecords.ts'

const BAD_SETTING = 78

/** Null before the first start, when there is no database; it is not made here. */
async function ask<Answer>(
  config: Config,
  question: (webhookRecords: WebhookRecords) => Promise<Answer>,
): Promise<Answer | null> {
  const place = databaseOf(config)
  if (place.url === null && !existsSync(place.file)) return null
  const database = await openDatabase(place)
  try {
    return await question(createWebhookRecords(database))
  } finally {
    await database.close()
  }
}

async function report(config: Config, print: CommandLine['print']): Promise<void> {
  const store = { secret: (_name: string, make: () => Promise<string>) => make() }
  const isUnnamed = isShopUnnamed(config)
  const checkout = isUnnamed ? NO_SHOP : await createCheckout({ store, clock: Date.now, config })
  const dataDir = existsSync(config.dataDir) ? config.dataDir : process.cwd()
  const doctor = createDoctor({
    config: { ...config, dataDir },
    acmeFailure: () => readAcmeFailure(config),
    testShop: checkout.test,
    readTime: isUnnamed ? () => Promise.resolve(null) : createShopTime(config),
    lastArrivalAt: () => ask(config, ({ inbox }) => inbox.lastAt()),
    readRefused: async () => (await ask(config, ({ refused }) => refused.list())) ?? [],
    now: Date.now,
  })
  const { findings } = await doctor()
  for (const finding of findings) print(toLine(finding))
}

export async function runDoctorReport({ env, print }: CommandLine): Promise<number> {
  const outcome = readConfig(env)
  if (outcome.ok) await report(outcome.config, print)
  else outcome.problems.forEach(print)
  return outcome.ok ? 0 : BAD_SETTING
}
