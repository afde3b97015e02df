// The log: JSON lines on standard output, without anything that opens a door.
import pino, { type DestinationStream, type Logger } from 'pino'

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

export function createLog(level: string, destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths, censor: '[hidden]' } }
  return destination === undefined ? pino(options) : pino(options, destination)
}
