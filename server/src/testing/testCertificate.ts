// Certificates for tests: of any host, for any time, made here.
import { generate } from 'selfsigned'
import type { Certificate } from '../certificates/pair.ts'

export interface TestCertificate {
  readonly hosts: readonly string[]
  readonly from: number
  readonly until: number
}

/** Signed by itself. A name that is an address of IPv4 is one, too. */
export async function makeTestCertificate({ hosts, from, until }: TestCertificate): Promise<Certificate> {
  const altNames = hosts.map((one) =>
    /^[\d.]+$/.test(one) ? ({ type: 7, ip: one } as const) : ({ type: 2, value: one } as const),
  )
  const made = await generate([{ name: 'commonName', value: hosts[0] ?? '' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(from),
    notAfterDate: new Date(until),
    extensions: [{ name: 'subjectAltName', altNames }],
  })
  return { cert: `${made.cert.trimEnd()}\n`, key: `${made.private.trimEnd()}\n` }
}
