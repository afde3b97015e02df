// npm run setup: asks about the shop and this machine, writes the settings that npm run serve reads, tries the shop, and says what to enter there.
import { randomBytes } from 'node:crypto'
import { chmod, readFile, rename, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { type Config, type Environment, readConfig } from '../settings/config.ts'
import { isConnectionField } from '../settings/connection.ts'
import { isShopUnnamed } from '../settings/contradictions.ts'
import { ROOT } from '../kit/startingPoints.ts'
import { findWorker } from '../media/findWorker.ts'
import { prepareDataDir } from '../app/machine.ts'
import { askAll, NoAnswer } from './setup/ask.ts'
import type { Answers, Before } from './setup/question.ts'
import { QUESTIONS } from './setup/questions.ts'
import { madeFor } from './setup/shopQuestions.ts'
import { readSettings, writeSettings } from './setup/settingsText.ts'
import { tellShopSide } from './setup/shopSide.ts'
import { PROXY_HOST, tellHttps } from './setup/httpsSide.ts'
import { systemdUnit } from './setup/systemdUnit.ts'
import { SettingError } from '../kit/startFailure.ts'
import { tryConfigured } from './tryConfigured.ts'

const BAD_SETTING = 78

type Say = (line: string) => void

export interface Terminal {
  readonly env: Environment
  readonly input: Readable
  readonly print: (text: string) => void
}

/** What all of it needs: where it was started, and how it speaks. */
interface Told {
  readonly env: Environment
  readonly say: Say
}

const makeWebhookSecret = () => `whsec_${randomBytes(32).toString('base64')}`

/** Secrets that nobody has to think of, kept over a second run. */
function secretsFor({ SHOP_KIND }: Answers, before: Before): Record<string, string> {
  return Object.fromEntries(madeFor(SHOP_KIND).map((name) => [name, before[name] ?? makeWebhookSecret()]))
}

/** What the environment says of a shop cannot be said in the studio: where the shop is for later nothing is. */
function isKept(name: string, { SHOP_KIND }: Answers): boolean {
  return SHOP_KIND !== undefined || !isConnectionField(name)
}

/** Behind a proxy the self-made certificate is in nobody's way, and whoever came past it would be believed any address. */
function placeFor({ PUBLIC_URL, TRUST_PROXY = '0' }: Answers, before: Before) {
  if (PUBLIC_URL === undefined || TRUST_PROXY === '0') return {}
  return { HTTPS_PORT: 'off', HOST: before['HOST'] ?? PROXY_HOST }
}

/** What followed from the answers about the public address, not from somebody's hand. */
function withoutPlace(written: Readonly<Record<string, string>>): Record<string, string> {
  const hasPlace = (written['PUBLIC_URL'] ?? '').startsWith('https:')
  const isOurs = (name: string, value: string) =>
    (name === 'HTTPS_PORT' && hasPlace) ||
    (name === 'HOST' && value === PROXY_HOST && (written['TRUST_PROXY'] ?? '0') !== '0')
  return Object.fromEntries(Object.entries(written).filter(([name, value]) => !isOurs(name, value)))
}

/** What is asked is what was answered; what is not asked stays as it was. */
function settingsOf(answers: Answers, before: Before): Record<string, string> {
  const asked = new Set<string>(QUESTIONS.map(({ setting }) => setting))
  // Without a public address nobody is asked for the port of https, and somebody may have written it.
  if (answers.PUBLIC_URL === undefined) asked.delete('HTTPS_PORT')
  const kept = Object.entries(before).filter(([name]) => !asked.has(name) && isKept(name, answers))
  const dataDir = resolve(ROOT, answers.DATA_DIR ?? 'shop-data')
  return {
    DEMO: '0',
    ...(answers.SHOP_KIND === undefined ? {} : { SHOP_ENDPOINT_ID: 'shop', SHOP_AUDIENCE: 'shop' }),
    ...Object.fromEntries(kept),
    ...secretsFor(answers, before),
    ...placeFor(answers, before),
    ...answers,
    DATA_DIR: dataDir,
  }
}

/** Whole or not at all, and for its owner alone. */
async function keep(file: string, text: string, mode: number): Promise<void> {
  const draft = `${file}.${process.pid}`
  await writeFile(draft, text, { mode })
  await chmod(draft, mode)
  await rename(draft, file)
}

async function writeUnit(settingsFile: string, { dataDir }: Config, { env, say }: Told): Promise<void> {
  const file = join(dirname(settingsFile), 'lantern.service')
  const worker = findWorker(env)
  const place = { user: userInfo().username, root: ROOT, node: process.execPath, settingsFile, dataDir, worker }
  await keep(file, systemdUnit(place), 0o644)
  say(`To start it with the machine: sudo cp ${file} /etc/systemd/system/ && sudo systemctl enable --now lantern`)
}

function sayLater(say: Say): true {
  say('\nThe shop is connected in the studio, after the start: its page Shop asks for the keys and tries the whole way')
  return true
}

async function trying(config: Config, say: Say): Promise<boolean> {
  say('\nTrying the shop')
  const isWell = await tryConfigured(config, (line) => say(`  ${line}`))
  say('\nEnter at the shop')
  tellShopSide(config).forEach(say)
  return isWell
}

async function finish(file: string, settings: Record<string, string>, told: Told): Promise<number> {
  const { say } = told
  const outcome = readConfig(settings)
  if (!outcome.ok) {
    outcome.problems.forEach(say)
    return BAD_SETTING
  }
  const { text, unwritten } = writeSettings(settings)
  if (unwritten.length > 0) {
    for (const name of unwritten)
      say(`${name}: has all three kinds of quotes or a line break in it; such a value cannot be kept`)
    return BAD_SETTING
  }
  await prepareDataDir(outcome.config.dataDir)
  await keep(file, text, 0o600)
  say(`\nWritten: ${file}`)
  const isWell = isShopUnnamed(outcome.config) ? sayLater(say) : await trying(outcome.config, say)
  tellHttps(outcome.config).forEach(say)
  say('\nStart it: npm run serve')
  await writeUnit(file, outcome.config, told)
  return isWell ? 0 : 1
}

/** Answers the exit code. */
export async function runSetUp({ env, input, print }: Terminal): Promise<number> {
  const say = (line: string) => print(`${line}\n`)
  const file = resolve(ROOT, env['LANTERN_ENV_FILE'] || '.env')
  const before = withoutPlace(readSettings(await readFile(file, 'utf8').catch(() => '')))
  say('An empty answer takes what stands in brackets; - means nothing.\n')
  try {
    const answers = await askAll({ input, print, before })
    return await finish(file, settingsOf(answers, before), { env, say })
  } catch (error) {
    if (error instanceof NoAnswer) say(`\nNothing was written: ${error.message}`)
    else if (error instanceof SettingError) say(`${error.code}: ${error.message}`)
    else throw error
    return BAD_SETTING
  }
}
