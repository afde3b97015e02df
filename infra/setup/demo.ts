// What the demo consists of: the settings that make the server and the demo shop know each other.
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DataDirError, makeDataDir } from './dataDir.ts'

export type Environment = Record<string, string | undefined>

export interface Demo {
  port: string
  shopPort: string
  /** Absent when https is switched off. */
  httpsPort: string | undefined
  staffName: string
  staffPassword: string
  server: Environment
  shop: Environment
}

/** Kept over restarts: the shop may still have events of yesterday to deliver. */
function keptSecret(dataDir: string, name: string): string {
  const file = join(dataDir, name)
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    const secret = `whsec_${randomBytes(32).toString('base64')}`
    writeFileSync(file, secret, { mode: 0o600 })
    return secret
  }
}

function httpsPortOf(given: string | undefined): string | undefined {
  if (given === undefined) return '4443'
  return given === '' || given === 'off' ? undefined : given
}

/** What server and demo shop must agree on. */
function planShared(given: Environment, dataDir: string) {
  return {
    SHOP_ENDPOINT_ID: given.SHOP_ENDPOINT_ID || 'demo',
    SHOP_AUDIENCE: given.SHOP_AUDIENCE || 'demo-shop',
    SHOP_BASKET: given.SHOP_BASKET || 'several',
    SHOP_WEBHOOK_SECRET: given.SHOP_WEBHOOK_SECRET || keptSecret(dataDir, 'demo-webhook-secret'),
    STUDIO_WEBHOOK_SECRET: given.STUDIO_WEBHOOK_SECRET || keptSecret(dataDir, 'demo-studio-secret'),
  }
}

/** Whatever the environment already says wins over the demo's own choice. */
export function planDemo(given: Environment): Demo {
  const port = given.PORT || '4000'
  const shopPort = given.DEMO_SHOP_PORT || '4100'
  const dataDir = resolve(given.DATA_DIR || 'data')
  makeDataDir(dataDir)
  const staffPassword = given.DEMO_STAFF_PASSWORD || 'lantern-demo'
  const shared = planShared(given, dataDir)
  const server = {
    ...given,
    ...shared,
    PORT: port,
    DATA_DIR: dataDir,
    DEMO: '1',
    DEMO_STAFF_PASSWORD: staffPassword,
    SHOP_URL: given.SHOP_URL || `http://{host}:${shopPort}`,
    SHOP_INTERNAL_URL: given.SHOP_INTERNAL_URL || `http://127.0.0.1:${shopPort}`,
    STUDIO_WEBHOOK_URL: given.STUDIO_WEBHOOK_URL || `http://127.0.0.1:${shopPort}/hooks/studio`,
    WEBHOOK_ALLOWED_HOSTS: given.WEBHOOK_ALLOWED_HOSTS || `127.0.0.1:${shopPort}`,
    LOG_LEVEL: given.LOG_LEVEL || 'warn',
  }
  const shop = {
    ...given,
    ...shared,
    PORT: shopPort,
    STUDIO_URL: `http://127.0.0.1:${port}`,
    DATA_FILE: join(dataDir, 'demo-shop.json'),
  }
  const httpsPort = httpsPortOf(given.HTTPS_PORT)
  return { port, shopPort, httpsPort, staffName: 'owner', staffPassword, server, shop }
}

const BAD_SETTING = 78

/** The same for a program that ends with one line where the data folder can never be made. */
export function planDemoOrEnd(given: Environment): Demo {
  try {
    return planDemo(given)
  } catch (error) {
    if (!(error instanceof DataDirError)) throw error
    console.error(error.message)
    return process.exit(BAD_SETTING)
  }
}
