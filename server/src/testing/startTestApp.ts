// A whole server for one test: real SQLite in a folder of its own, free ports, a show to sell in, people to come.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@lantern/shared/contract/commands.ts'
import { ProductId, ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import { type App, type AppOptions, createApp } from '../app/app.ts'
import { readConfig } from '../settings/config.ts'
import { hashPassword, QUICK } from '../identity/passwords.ts'
import { writeBlankSqlite } from './blankSqlite.ts'
import { createIdleSfu } from './idleSfu.ts'
import { freePort } from './world.ts'

export interface TestAppOptions extends AppOptions {
  /** Settings beside those a test app has. */
  readonly env?: Record<string, string>
  /** A folder that another app already uses; it is left alone then. */
  readonly dataDir?: string
}

export interface TestApp extends App {
  readonly dataDir: string
  /** A new person with a cookie as the first page gives it. */
  viewerCookie(via?: string): Promise<string>
  staffCookie(role: Role): Promise<string>
}

export const TEST_SHOW = ShowId.parse('test-show')
export const LAMP = ProductId.parse('lamp')
export const LAMP_PRICE = 12_900
export const SCARF = ProductId.parse('scarf')
const PASSWORD = 'a long enough password'
// Quick to check, too: a login is the question of few tests and the first step of most.
const HASHED = hashPassword(PASSWORD, QUICK)
const here = { address: '127.0.0.1', secure: false }

function cookieOf(setCookie: string | null): string {
  const [pair] = (setCookie ?? '').split(';')
  if (pair === undefined || pair === '') throw new Error('no cookie was given')
  return pair
}

/** A show with a lamp (3 units) and a scarf in two sizes (5 and 1 units). Safe to repeat. */
export async function seedTestShow({ store }: Pick<App, 'store'>): Promise<void> {
  const size = (sku: string, en: string, stock: number) => ({ sku, title: { en }, priceMinor: 4_900, stock })
  await store.saveCatalogue('EUR', [
    {
      id: LAMP,
      title: { en: 'Paper lamp' },
      picture: '/pictures/lamp.svg',
      variants: [{ sku: 'LAMP', title: null, priceMinor: LAMP_PRICE, stock: 3 }],
    },
    {
      id: SCARF,
      title: { en: 'Scarf' },
      picture: '/pictures/scarf.svg',
      variants: [size('SCARF-S', 'Small', 5), size('SCARF-L', 'Large', 1)],
    },
  ])
  await store.createShow({ id: TEST_SHOW, title: { en: 'Test show' }, startsAt: Date.now() })
}

async function readTestConfig(dataDir: string, env: Record<string, string>) {
  const port = await freePort()
  const outcome = readConfig({
    PORT: String(port),
    HTTPS_PORT: 'off',
    HOST: '127.0.0.1',
    NODE_URL: `http://127.0.0.1:${port}`,
    ALLOWED_ORIGINS: `http://127.0.0.1:${port}`,
    DATA_DIR: dataDir,
    SHOP_NAME: 'Test shop',
    SHOP_URL: 'http://{host}:4100',
    SHOP_INTERNAL_URL: 'http://127.0.0.1:4100',
    SHOP_WEBHOOK_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
    MEDIA_PORT: '0',
    MEDIA_WORKERS: '1',
    ANNOUNCED_ADDRESSES: '127.0.0.1',
    MIN_TOKEN_AGE_MS: '0',
    // Everybody comes from one address; what that may hold is asked where it is the question.
    ADDRESS_SHARE: '100',
    BEACON: 'off',
    LOG_LEVEL: 'error',
    ...env,
  })
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'))
  return outcome.config
}

async function newDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lantern-test-'))
  await writeBlankSqlite(join(dataDir, 'lantern.db'))
  return dataDir
}

/** Starts with the test show in place. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const dataDir = options.dataDir ?? (await newDataDir())
  const config = await readTestConfig(dataDir, options.env ?? {})
  const app = await createApp(config, { createSfu: createIdleSfu, ...options })
  await seedTestShow(app)

  const staffCookie = async (role: Role) => {
    const name = `${role}-${randomBytes(4).toString('hex')}`
    const passwordHash = await HASHED
    await app.store.saveStaff({ id: StaffId.parse(name), name, role, passwordHash })
    const outcome = await app.identity.login({ name, password: PASSWORD }, here)
    if (!outcome.ok) throw new Error(`login refused: ${outcome.code}`)
    return cookieOf(outcome.value.setCookie)
  }
  const viewerCookie = async (via?: string) => {
    const issued = app.identity.issueViewer(undefined, { secure: false, via: via ?? null })
    return cookieOf(issued.setCookie)
  }
  const close = async () => {
    await app.close()
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
  }
  return { ...app, dataDir, staffCookie, viewerCookie, close }
}
