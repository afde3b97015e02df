// What is kept of one certificate authority: the account's key, the certificate, what went wrong last, who orders now.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { makeFolder } from '../../kit/makeFolder.ts'
import { type Certificate, keepPair, keepText, readKept } from '../pair.ts'
import { createLock, type Lock } from './lock.ts'

const Failure = z.object({
  /** In a row. */
  count: z.number().int().min(1),
  /** In the authority's words, or the network's. */
  why: z.string(),
  nextAt: z.number(),
})
export type Failure = z.infer<typeof Failure>

/** The authority knows its key, and calls it by this address. */
const Account = z.object({ keyPem: z.string(), url: z.string() })
export type Account = z.infer<typeof Account>

export interface AcmePlace {
  readonly dataDir: string
  /** Address of the authority's directory. */
  readonly directory: string
  /** The host that the certificate names. */
  readonly host: string
}

export interface AcmeFolder {
  /** Makes it where it is missing, for its owner alone. */
  make(): Promise<void>
  certificate(): Promise<Certificate | null>
  keep(certificate: Certificate): Promise<void>
  account(): Promise<Account | null>
  keepAccount(account: Account): Promise<void>
  /** Null: the last attempt went well, or there was none. */
  failure(): Promise<Failure | null>
  keepFailure(failure: Failure): Promise<void>
  forgetFailure(): Promise<void>
  readonly lock: Lock
}

/** Each authority has a folder of its own: what one has given says nothing about another. */
export function acmeFolder({ dataDir, directory, host }: AcmePlace): AcmeFolder {
  const folder = join(dataDir, 'acme', new URL(directory).host.replace(':', '_'))
  const certificateFile = join(folder, `${host}.pem`)
  const accountFile = join(folder, 'account.json')
  const failureFile = join(folder, `${host}.failed.json`)
  return {
    make: () => makeFolder(folder, 0o700),
    certificate: () => readKept(certificateFile),
    keep: (certificate) => keepPair(certificateFile, certificate),
    account: () => readJson(accountFile, Account),
    keepAccount: (account) => keepText(accountFile, JSON.stringify(account)),
    failure: () => readJson(failureFile, Failure),
    keepFailure: (failure) => keepText(failureFile, JSON.stringify(failure)),
    forgetFailure: () => rm(failureFile, { force: true }),
    lock: createLock(join(folder, `${host}.lock`)),
  }
}

/** Null: it is not there, or is not what it should be. */
async function readJson<Value>(file: string, shape: z.ZodType<Value>): Promise<Value | null> {
  try {
    return shape.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}
