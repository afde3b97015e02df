// A self-made certificate for https on the LAN, kept in the data folder and renewed when it no longer fits.
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { type Certificate, keepPair, readKept, validityOf } from './pair.ts'

const DAY_MS = 86_400_000
// Phones refuse certificates that are good for longer.
const LIFE_MS = 397 * DAY_MS
const RENEW_BEFORE_MS = 30 * DAY_MS

interface Wanted {
  readonly addresses: readonly string[]
  readonly now: number
}

/** Whether it names every address and lasts for another month. */
function fits(kept: Certificate, { addresses, now }: Wanted): boolean {
  const validity = validityOf(kept, addresses)
  return validity !== null && validity.until - now > RENEW_BEFORE_MS
}

async function make({ addresses, now }: Wanted): Promise<Certificate> {
  const altNames = addresses.map((one) =>
    isIP(one) === 0 ? ({ type: 2, value: one } as const) : ({ type: 7, ip: one } as const),
  )
  const made = await generate([{ name: 'commonName', value: 'Lantern on this network' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - DAY_MS),
    notAfterDate: new Date(now - DAY_MS + LIFE_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  })
  return { cert: `${made.cert.trimEnd()}\n`, key: `${made.private.trimEnd()}\n` }
}

/** The kept certificate if it still fits, else a new one; the folder is there. Two processes at once end with one whole file. */
export async function obtainCertificate(dataDir: string, announced: readonly string[]): Promise<Certificate> {
  const file = join(dataDir, 'certificate.pem')
  const name = /^[A-Za-z0-9.-]{1,63}$/.test(hostname()) ? [hostname()] : []
  const wanted = { addresses: [...new Set(['localhost', '127.0.0.1', ...name, ...announced])], now: Date.now() }
  const kept = await readKept(file)
  if (kept !== null && fits(kept, wanted)) return kept

  const made = await make(wanted)
  await keepPair(file, made)
  return made
}
