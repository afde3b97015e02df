// Where this server's certificate comes from, by its settings: a certificate authority, files, or nowhere.
import type { RequestListener } from 'node:http'
import { createChallenges, type Challenges } from '../certificates/acme/challenges.ts'
import { acmeFolder, type AcmePlace, type Failure } from '../certificates/acme/folder.ts'
import { createKeeper } from '../certificates/acme/keeper.ts'
import { orderCertificate } from '../certificates/acme/order.ts'
import { openCertificateFiles } from '../certificates/files.ts'
import type { CertificateSource } from '../certificates/source.ts'
import type { Config } from '../settings/config.ts'
import { type Listeners, type ListenSettings, startListeners } from '../http/listen.ts'
import { createPlainPort } from '../http/plainPort.ts'
import type { Log } from '../ops/log.ts'
import { SettingError } from '../kit/startFailure.ts'

export type CertificateSettings = Pick<
  Config,
  'acme' | 'publicUrl' | 'dataDir' | 'certificateFile' | 'certificateKeyFile'
>

interface Needs {
  readonly config: CertificateSettings
  readonly clock: () => number
  readonly log: Log
  readonly tell: (line: string) => void
}

export interface OpenCertificates {
  /** Null: the self-made one is all there is. */
  readonly source: CertificateSource | null
  /** What a certificate authority asks for by http. */
  readonly challenges: Challenges
  /** Idempotent. */
  close(): void
}

/** Null: this server does not get its certificate itself. */
function acmePlaceOf({ acme, publicUrl, dataDir }: CertificateSettings): AcmePlace | null {
  if (acme === null || publicUrl === null) return null
  return { dataDir, directory: acme.directory, host: new URL(publicUrl).hostname }
}

/** Why the latest attempt to get a certificate failed; null: it did not, or there was none. */
export async function readAcmeFailure(config: CertificateSettings): Promise<Failure | null> {
  const place = acmePlaceOf(config)
  return place === null ? null : acmeFolder(place).failure()
}

async function sourceOf(needs: Needs, challenges: Challenges): Promise<CertificateSource | null> {
  const { config, clock, log, tell } = needs
  const place = acmePlaceOf(config)
  if (place !== null && config.acme !== null) {
    const { email, httpPort } = config.acme
    const folder = acmeFolder(place)
    const order = () => orderCertificate({ place, folder, email, challenges })
    return createKeeper({ host: place.host, folder, clock, log, tell, order: httpPort === null ? null : order })
  }
  const { certificateFile: certFile, certificateKeyFile: keyFile } = config
  if (certFile === null || keyFile === null) return null
  return openCertificateFiles({ files: { certFile, keyFile }, clock, log }).catch((error: unknown) => {
    throw new SettingError('CERTIFICATE_FILE', error instanceof Error ? error.message : String(error))
  })
}

/** Throws a SettingError where files are named that hold no certificate with its key. */
export async function openCertificates(needs: Needs): Promise<OpenCertificates> {
  const challenges = createChallenges()
  const source = await sourceOf(needs, challenges)
  return { source, challenges, close: () => source?.close() }
}

/** Listens with what is there, and goes on with each newer certificate. */
export async function listenWith(
  { source, challenges }: OpenCertificates,
  web: RequestListener,
  config: ListenSettings & CertificateSettings,
): Promise<Listeners> {
  const port = config.acme?.httpPort ?? null
  const handler = createPlainPort(config.publicUrl ?? '', challenges.answerTo)
  const plain = port === null ? null : { port, handler }
  const listeners = await startListeners(web, config, { certificate: source?.current() ?? null, plain })
  source?.start(listeners.useCertificate)
  return listeners
}
