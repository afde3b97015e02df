/**
 * Starts the demo shop, which plays someone else's server on a port of its own.
 *
 * PORT                 where it listens (4100)
 * STUDIO_URL           the studio that sends buyers: webhooks go there, its public keys are read there
 *                      (http://127.0.0.1:4000)
 * STUDIO_ISSUER        `iss` of its hand-off links (lantern)
 * SHOP_AUDIENCE        `aud` they must carry (demo-shop)
 * SHOP_ENDPOINT_ID     last part of the webhook address (demo)
 * SHOP_WEBHOOK_SECRET  signs the webhooks: `whsec_` and base64 of 24 to 64 bytes (required)
 * STUDIO_WEBHOOK_SECRET  proves what the studio posts to /hooks/studio (SHOP_WEBHOOK_SECRET)
 * SHOP_MISBEHAVES      1: POST /api/misbehave { misdeed, times } makes the shop do it (0)
 * HANDOFF_SECRET       when set, hand-off links must be HS256 signed with it, not ES256
 * DATA_FILE            keeps orders and undelivered webhooks over a restart; in memory when unset
 */
import { z } from 'zod'
import { createDemoShop } from './shop.ts'

const EXIT_BAD_SETTING = 78

function isWebhookSecret(text: string): boolean {
  const bytes = Buffer.from(text.replace(/^whsec_/, ''), 'base64').length
  return /^whsec_[A-Za-z0-9+/]+={0,2}$/.test(text) && bytes >= 24 && bytes <= 64
}

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
  STUDIO_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:4000'),
  STUDIO_ISSUER: z.string().min(1).default('lantern'),
  SHOP_AUDIENCE: z.string().min(1).default('demo-shop'),
  SHOP_ENDPOINT_ID: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .default('demo'),
  SHOP_WEBHOOK_SECRET: z.string().refine(isWebhookSecret, 'must be whsec_ and base64 of 24 to 64 bytes'),
  STUDIO_WEBHOOK_SECRET: z.string().refine(isWebhookSecret, 'must be whsec_ and base64 of 24 to 64 bytes').optional(),
  SHOP_MISBEHAVES: z.enum(['0', '1']).default('0'),
  HANDOFF_SECRET: z.string().min(32).optional(),
  DATA_FILE: z.string().min(1).optional(),
})

function log(line: string): void {
  console.log(`demo shop: ${line}`)
}

function stop(line: string, exitCode: number): never {
  console.error(`demo shop: ${line}`)
  process.exit(exitCode)
}

function readSettings(): z.infer<typeof Settings> {
  const filled = Object.entries(process.env).filter(([, value]) => value !== '')
  const parsed = Settings.safeParse(Object.fromEntries(filled))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  return stop(problems.join('; '), EXIT_BAD_SETTING)
}

function openShop(settings: z.infer<typeof Settings>) {
  try {
    return createDemoShop({
      studioUrl: settings.STUDIO_URL,
      webhookSecret: settings.SHOP_WEBHOOK_SECRET,
      studioSecret: settings.STUDIO_WEBHOOK_SECRET,
      mayMisbehave: settings.SHOP_MISBEHAVES === '1',
      endpointId: settings.SHOP_ENDPOINT_ID,
      issuer: settings.STUDIO_ISSUER,
      audience: settings.SHOP_AUDIENCE,
      handoffSecret: settings.HANDOFF_SECRET,
      dataFile: settings.DATA_FILE,
      log,
    })
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return stop(`DATA_FILE: ${settings.DATA_FILE ?? ''} cannot be read: ${why}`, EXIT_BAD_SETTING)
  }
}

const settings = readSettings()
const shop = openShop(settings)
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void shop.close().then(() => process.exit(0)))
}
try {
  log(`open at ${await shop.listen(settings.PORT)}`)
} catch (error) {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  stop(isTaken ? `PORT: ${settings.PORT} is in use` : String(error), isTaken ? EXIT_BAD_SETTING : 1)
}
