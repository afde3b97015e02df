// What a person has to do for https that phones trust, as lines to read.
import type { Config } from '../../settings/config.ts'

type HttpsSettings = Pick<
  Config,
  'publicUrl' | 'trustProxy' | 'acme' | 'certificateFile' | 'host' | 'port' | 'httpsPort'
>

/** Where a server listens that only a proxy beside it is to reach. */
export const PROXY_HOST = '127.0.0.1'

const PROXY_WORDS = `  HOST=${PROXY_HOST}: only a proxy on this machine reaches the server, or others could pass for any address. Where the proxy stands elsewhere, write an address that it reaches into HOST`

const heading = '\nFor https that phones trust'

/** Empty: there is no https to speak of. */
export function tellHttps(settings: HttpsSettings): string[] {
  const { publicUrl, trustProxy, acme, certificateFile, host, port, httpsPort } = settings
  if (publicUrl?.startsWith('https:') !== true) return []
  const { hostname } = new URL(publicUrl)
  if (trustProxy > 0)
    return [
      heading,
      `  The proxy has the certificate and passes on to port ${port}: start from infra/proxy/Caddyfile or infra/proxy/nginx.conf`,
      ...(host === PROXY_HOST ? [PROXY_WORDS] : []),
    ]
  if (acme !== null)
    return [
      heading,
      `  ${hostname} has to lead to this machine, and ports ${acme.httpPort ?? 80} and ${httpsPort ?? 443} have to be open to the internet`,
      '  The certificate comes within a minute of the first start',
    ]
  if (certificateFile !== null)
    return [heading, `  ${certificateFile} is read again whenever it changes; whoever renews it needs to do no more`]
  return [heading, '  The certificate is a self-made one: browsers warn, and those inside chat apps refuse the page']
}
