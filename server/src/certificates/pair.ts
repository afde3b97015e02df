// A certificate with its key as both are kept in one file, so that no one ever reads one without the other.
import { createPrivateKey, X509Certificate, randomUUID } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'

export interface Certificate {
  /** Both in PEM; the certificate with those that lead to its authority behind it. */
  readonly cert: string
  readonly key: string
}

const BLOCK = /-----BEGIN ([A-Z ]+)-----[\s\S]+?-----END \1-----\r?\n?/g

/** Null: there are not both. */
export function readPair(pem: string): Certificate | null {
  const blocks = (pem.match(BLOCK) ?? []).map((block) => `${block.trimEnd()}\n`)
  const cert = blocks.filter((block) => block.includes('BEGIN CERTIFICATE')).join('')
  const key = blocks.find((block) => block.includes('PRIVATE KEY'))
  return cert === '' || key === undefined ? null : { cert, key }
}

/** Null: there is none, or it cannot be read. */
export async function readKept(file: string): Promise<Certificate | null> {
  return readPair(await readFile(file, 'utf8').catch(() => ''))
}

/** Whole or not at all, for its owner alone, whatever two processes do at once. */
export async function keepText(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, text, { mode: 0o600 })
  await rename(draft, file)
}

export const keepPair = (file: string, { cert, key }: Certificate) => keepText(file, cert + key)

/** When it is good, in ms since epoch. */
export interface Validity {
  readonly from: number
  readonly until: number
}

/** Null: it is no certificate, names another host, or the key is not its own. */
export function validityOf({ cert, key }: Certificate, hosts: readonly string[]): Validity | null {
  try {
    const parsed = new X509Certificate(cert)
    const isNamed = (one: string) => (isIP(one) === 0 ? parsed.checkHost(one) : parsed.checkIP(one)) !== undefined
    if (!hosts.every(isNamed) || !parsed.checkPrivateKey(createPrivateKey(key))) return null
    return { from: parsed.validFromDate.getTime(), until: parsed.validToDate.getTime() }
  } catch {
    return null
  }
}
