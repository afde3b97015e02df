// The certificate that is served now, as the folder has it.
import type { Log } from '../../ops/log.ts'
import { type Certificate, type Validity, validityOf } from '../pair.ts'
import type { AcmeFolder } from './folder.ts'
import { daysLeft, renewAt } from './timing.ts'

interface Needs {
  readonly host: string
  readonly folder: AcmeFolder
  readonly clock: () => number
  readonly log: Pick<Log, 'info'>
}

export interface Served {
  current(): Certificate | null
  daysLeft(): number | null
  /** It is time for a new one. */
  isDue(): boolean
  /** How long until it is; null: there is none. */
  msUntilDue(): number | null
  /** Takes what the folder has, if that is another one of this host. */
  read(): Promise<void>
  /** Told of each that takes the place of another. */
  onNext(tell: (next: Certificate) => void): void
}

export const timeOf = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ')

export function createServed({ host, folder, clock, log }: Needs): Served {
  let served: { readonly certificate: Certificate; readonly validity: Validity } | null = null
  let tellNext: (next: Certificate) => void = () => undefined
  const left = () => (served === null ? null : daysLeft(served.validity, clock()))
  const msUntilDue = () => (served === null ? null : renewAt(served.validity) - clock())
  return {
    current: () => served?.certificate ?? null,
    daysLeft: left,
    isDue: () => (msUntilDue() ?? 0) <= 0,
    msUntilDue,
    async read() {
      const certificate = await folder.certificate()
      if (certificate === null || certificate.cert === served?.certificate.cert) return
      const validity = validityOf(certificate, [host])
      if (validity === null) return
      served = { certificate, validity }
      log.info({ host, daysLeft: left(), until: timeOf(validity.until) }, 'certificate served')
      tellNext(certificate)
    },
    onNext: (tell) => {
      tellNext = tell
    },
  }
}
