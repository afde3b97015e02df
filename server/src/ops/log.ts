// The log: JSON lines on standard output, without keys and passwords, and without a line for each write of a full disk.
import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino'
import { isUnwritable } from '../domain/failures.ts'

export type Log = Logger

const SECRET_KEYS = [
  'cookie',
  'set-cookie',
  'authorization',
  'password',
  'passwordHash',
  'token',
  'mediaToken',
  'secret',
]

/** Redacts secrets at the top of a line and up to two levels below. */
const paths = SECRET_KEYS.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`])

function isOfFullDisk(first: unknown): boolean {
  return typeof first === 'object' && first !== null && 'err' in first && isUnwritable(first.err)
}

/** The last words of a process that ends are said in any case. */
const FATAL = 60

/** Whatever writes would tell of a full disk several times a second: `database/watchWrites` tells it, once a minute. */
const hooks: NonNullable<LoggerOptions['hooks']> = {
  logMethod(args, method, level) {
    if (isOfFullDisk(args[0]) && level < FATAL) return
    method.apply(this, args)
  },
}

export function createLog(level: string, destination?: DestinationStream): Log {
  const redact = { paths, censor: '[hidden]' }
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact, hooks }
  return destination === undefined ? pino(options) : pino(options, destination)
}
