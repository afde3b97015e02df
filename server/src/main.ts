// Starts the server from the environment and stops it when told; what stops a start is said in one line.
import { createApp } from './app/app.ts'
import { type Config, processEnvironment, readConfig } from './settings/config.ts'
import { createLog, type Log } from './ops/log.ts'
import { OWNER_UMASK } from './app/ownFolder.ts'
import { explainStartFailure } from './kit/startFailure.ts'
import { findUnknownSettings } from './settings/unknownSettings.ts'

const BAD_SETTING = 78
const CLOSE_WITHIN_MS = 9_000

/** What concerns a person, on standard output, whatever LOG_LEVEL leaves out. */
const say = (line: string) => void process.stdout.write(`${line}\n`)
const tell = (line: string) => void process.stderr.write(`${line}\n`)

function fail(log: Log, error: unknown): never {
  log.fatal({ err: error }, 'the server stops: it met an error that nobody caught')
  process.exit(1)
}

/** Whoever starts us reads one line, also where nothing is logged: what to change, or what stands in the way. */
function failedToOpen({ config, log }: { config: Config; log: Log }, error: unknown): never {
  const { line, exitCode, code } = explainStartFailure(error, config)
  if (exitCode === BAD_SETTING) tell(line)
  else if (log.isLevelEnabled('error')) log.error({ code }, `the server cannot start: ${line}`)
  else tell(`the server cannot start: ${line}`)
  process.exit(exitCode)
}

async function start(): Promise<void> {
  process.umask(OWNER_UMASK)
  const env = processEnvironment()
  const outcome = readConfig(env)
  findUnknownSettings(env).forEach(tell)
  if (!outcome.ok) {
    outcome.problems.forEach(tell)
    process.exit(BAD_SETTING)
  }
  const { config } = outcome
  const log = createLog(config.logLevel)
  process.on('uncaughtException', (error) => fail(log, error))
  process.on('unhandledRejection', (error) => fail(log, error))

  const app = await createApp(config, { log, tell: say }).catch((error: unknown) =>
    failedToOpen({ config, log }, error),
  )
  log.info({ port: app.port, httpsPort: app.httpsPort, dataDir: config.dataDir }, 'the server is open')

  const stop = (signal: string) => {
    log.info({ signal }, 'the server drains')
    setTimeout(() => fail(log, new Error(`not closed within ${CLOSE_WITHIN_MS} ms`)), CLOSE_WITHIN_MS).unref()
    app.close().then(
      () => process.exit(0),
      (error: unknown) => fail(log, error),
    )
  }
  process.once('SIGTERM', () => stop('SIGTERM'))
  process.once('SIGINT', () => stop('SIGINT'))
}

await start()
