// Settings of certificates that make no sense together, each with the sentence that mends them.
import { isIP } from 'node:net'
import type { Config } from './toConfig.ts'

/** Names that no certificate authority vouches for. */
const NOT_PUBLIC = /^[^.]+$|\.(localhost|local|lan|internal|home\.arpa)$/
/** An address of IPv6 stands in brackets. */
const isAddress = (hostname: string) => hostname.startsWith('[') || isIP(hostname) !== 0

export const isPublicName = (hostname: string) => !isAddress(hostname) && !NOT_PUBLIC.test(hostname)

type Acme = NonNullable<Config['acme']>

/** What the authority is to vouch for. */
function findNameContradictions({ nodeUrl }: Config, publicUrl: string): string[] {
  const { protocol, hostname } = new URL(publicUrl)
  const found = []
  if (protocol !== 'https:') found.push(`PUBLIC_URL: must begin with https with ACME=1, got "${publicUrl}"`)
  if (!isPublicName(hostname))
    found.push(`PUBLIC_URL: must have a name that the whole internet knows with ACME=1, got "${hostname}"`)
  const node = nodeUrl === null ? null : new URL(nodeUrl)
  if (node?.protocol === 'https:' && node.hostname !== hostname)
    found.push(`NODE_URL: must have the host of PUBLIC_URL with ACME=1, since the certificate is one of "${hostname}"`)
  return found
}

function findPortContradictions({ port, httpsPort }: Config, { httpPort }: Acme): string[] {
  const others = Object.entries({ PORT: port, HTTPS_PORT: httpsPort })
  return others.flatMap(([name, taken]) =>
    taken !== 0 && taken !== null && taken === httpPort
      ? [`${name}: must differ from ACME_HTTP_PORT, got "${taken}"`]
      : [],
  )
}

function findAcmeContradictions(config: Config): string[] {
  const { acme, publicUrl } = config
  if (acme === null) return []
  if (publicUrl === null) return ['PUBLIC_URL: is missing; with ACME=1 the certificate is one of its host']
  const found = [...findNameContradictions(config, publicUrl), ...findPortContradictions(config, acme)]
  if (config.trustProxy > 0)
    found.push('ACME: must be 0 behind a proxy, which has the certificate; or TRUST_PROXY must be 0')
  if (config.certificateFile !== null)
    found.push('ACME: must be 0 with CERTIFICATE_FILE, which is a certificate already')
  return found
}

export function findCertificateContradictions(config: Config): string[] {
  const { certificateFile, certificateKeyFile, httpsPort } = config
  const found = findAcmeContradictions(config)
  if (certificateFile !== null && certificateKeyFile === null)
    found.push('CERTIFICATE_KEY_FILE: is missing; it holds the key of CERTIFICATE_FILE')
  if (certificateFile === null && certificateKeyFile !== null)
    found.push('CERTIFICATE_FILE: is missing; it holds the certificate of CERTIFICATE_KEY_FILE')
  if (certificateFile !== null && httpsPort === null)
    found.push('HTTPS_PORT: must be a port with CERTIFICATE_FILE, got "off"')
  return found
}
