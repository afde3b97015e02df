// Every contender by its name: the process that places holds is told only the name.
import type { Contender } from './contender.ts'
import type { ContenderName } from './plan.ts'

/** Loaded when needed: a process has in it only what it measures. */
export const CONTENDERS: Readonly<Record<ContenderName, () => Promise<Contender>>> = {
  sqlite: async () => (await import('./sqlite.ts')).sqlite,
  postgres: async () => (await import('./postgres.ts')).postgres,
  redis: async () => (await import('./redis.ts')).redis,
  rowLock: async () => (await import('./rowLock.ts')).rowLock,
}
