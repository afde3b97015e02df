// Looks at the public address as a viewer's phone would: does it lead here, and is its certificate trusted.
import { isIP } from 'node:net'
import { connect } from 'node:tls'
import type { Finding } from '@lantern/shared/contract/doctor.ts'
import { finding } from './finding.ts'

const TIMEOUT_MS = 5000
const DAY_MS = 86_400_000
/** Certificates that renew themselves do so a month before their end. */
const ENDS_SOON_DAYS = 10

export async function lookAtAddress(publicUrl: string | null): Promise<Finding> {
  if (publicUrl === null) return finding('address', 'bad', 'no_address')
  const answer = await fetch(`${publicUrl}/healthz`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => null)
  await answer?.body?.cancel()
  // Many networks do not let a machine reach its own public address.
  return answer?.status === 200
    ? finding('address', 'good', 'reached', { address: publicUrl })
    : finding('address', 'unsure', 'address_silent', { address: publicUrl })
}

interface Seen {
  readonly isTrusted: boolean
  readonly why: string
  readonly endsAt: number
}

function readCertificate({ hostname, port }: URL): Promise<Seen | null> {
  return new Promise((resolve) => {
    const name = hostname.replace(/^\[|\]$/g, '')
    // What is not trusted is looked at, and nothing is sent to it.
    const named = isIP(name) === 0 ? { servername: name } : {}
    const socket = connect({ host: name, port: Number(port || 443), ...named, rejectUnauthorized: false })
    const end = (seen: Seen | null) => {
      socket.destroy()
      resolve(seen)
    }
    socket.setTimeout(TIMEOUT_MS, () => end(null))
    socket.once('error', () => end(null))
    socket.once('secureConnect', () => {
      const endsAt = Date.parse(socket.getPeerCertificate().valid_to)
      end({ isTrusted: socket.authorized, why: String(socket.authorizationError ?? ''), endsAt })
    })
  })
}

export async function lookAtTls(publicUrl: string | null, now: number): Promise<Finding> {
  const url = publicUrl === null ? null : new URL(publicUrl)
  if (url?.protocol !== 'https:') return finding('tls', 'bad', 'no_tls')
  const seen = await readCertificate(url)
  if (seen === null) return finding('tls', 'unsure', 'tls_silent')
  if (!seen.isTrusted) return finding('tls', 'bad', 'untrusted', { why: seen.why })
  const days = Math.floor((seen.endsAt - now) / DAY_MS)
  return days < ENDS_SOON_DAYS
    ? finding('tls', 'bad', 'tls_ends', { days })
    : finding('tls', 'good', 'trusted', { days })
}
