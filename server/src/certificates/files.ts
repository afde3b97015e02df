// A certificate that somebody else puts into files and renews there; it is read again when the files change.
import { readFile, stat } from 'node:fs/promises'
import type { Log } from '../ops/log.ts'
import { daysLeft } from './acme/timing.ts'
import { type Certificate, readPair, validityOf } from './pair.ts'
import { repeat } from './repeat.ts'
import type { CertificateSource } from './source.ts'

export interface CertificateFiles {
  readonly certFile: string
  readonly keyFile: string
}

interface Needs {
  readonly files: CertificateFiles
  readonly clock: () => number
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>
}

const LOOK_EVERY_MS = 60_000

/** Throws with what is wrong with them. */
async function read({ certFile, keyFile }: CertificateFiles): Promise<Certificate> {
  const [cert, key] = await Promise.all([readFile(certFile, 'utf8'), readFile(keyFile, 'utf8')])
  const pair = readPair(cert + key)
  if (pair === null) throw new Error('a certificate and its key in PEM are not in these files')
  if (validityOf(pair, []) === null) throw new Error('the key is not the key of the certificate')
  return pair
}

/** Throws where they hold no certificate with its key. */
export async function openCertificateFiles({ files, clock, log }: Needs): Promise<CertificateSource> {
  let known = await stampOf(files)
  let served = await read(files)
  let onNext: (next: Certificate) => void = () => undefined
  async function look(): Promise<void> {
    const stamp = await stampOf(files)
    if (stamp === known) return
    // Between the two files being written they do not belong together: the next look finds them whole.
    const next = await read(files)
    known = stamp
    if (next.cert === served.cert) return
    served = next
    log.info({ daysLeft: days() }, 'certificate read anew')
    onNext(served)
  }
  const days = () => {
    const validity = validityOf(served, [])
    return validity === null ? null : daysLeft(validity, clock())
  }
  const looking = repeat(look, {
    pauseMs: () => LOOK_EVERY_MS,
    onError: (error) => log.warn({ err: error }, 'certificate files not read; the old certificate stays'),
  })
  return {
    current: () => served,
    daysLeft: days,
    look,
    start: (next) => {
      onNext = next
      looking.start()
    },
    close: () => looking.close(),
  }
}

async function stampOf({ certFile, keyFile }: CertificateFiles): Promise<string> {
  const [cert, key] = await Promise.all([stat(certFile), stat(keyFile)])
  return [cert.mtimeMs, cert.ino, key.mtimeMs, key.ino].join(' ')
}
