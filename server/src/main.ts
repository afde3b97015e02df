// Starts the server from the environment and stops it when told; a bad setting ends it with code 78.
import { createApp } from './app.ts'
import { processEnvironment, readConfig } from './config.ts'
import { createLog, type Log } from './log.ts'
import { OWNER_UMASK } from './ownFolder.ts'

const BAD_SETTING = 78
const CLOSE_WITHIN_MS = 9_000

function fail(log: Log, error: unknown): never {
  log.error({ err: error }, 'the server stops: it met an error that nobody caught')
  process.exit(1)
}

/** The database is away, or not for this server: whoever starts us reads one line and may try again. */
function failedToOpen(log: Log, error: unknown): never {
  const isDatabase = error instanceof Error && 'code' in error && String(error.code).startsWith('DATABASE_')
  if (!isDatabase) return fail(log, error)
  log.error({ code: error.code }, `the server cannot start: ${error.message}`)
  process.exit(1)
}

async function start(): Promise<void> {
  process.umask(OWNER_UMASK)
  const outcome = readConfig(processEnvironment())
  if (!outcome.ok) {
    process.stderr.write(outcome.problems.map((problem) => `${problem}\n`).join(''))
    process.exit(BAD_SETTING)
  }
  const { config } = outcome
  const log = createLog(config.logLevel)
  process.on('uncaughtException', (error) => fail(log, error))
  process.on('unhandledRejection', (error) => fail(log, error))

  const app = await createApp(config, { log }).catch((error: unknown) => failedToOpen(log, error))
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
