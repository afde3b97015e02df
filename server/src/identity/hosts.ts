// Under which hosts this server is served: with a public address under that alone, and under those of its other nodes.
import { isIPv4 } from 'node:net'

export interface HostSettings {
  readonly publicUrl: string | null
  readonly nodeUrl: string | null
  readonly allowedOrigins: readonly string[]
}

/** The connection, whose address is asked of the machine only where it decides. */
type From = { readonly remoteAddress?: string | undefined }

export type HostRule = (host: string | undefined, from: From) => boolean

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '')
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'))
}

/** The machine's own operators come by its loopback addresses, from itself. */
function isFromHere(host: string, from: From): boolean {
  const { hostname } = new URL(`http://${host}`)
  const isOwn = hostname === 'localhost' || isLoopback(hostname.replace(/^\[|\]$/g, ''))
  return isOwn && from.remoteAddress !== undefined && isLoopback(from.remoteAddress)
}

export function createHostRule({ publicUrl, nodeUrl, allowedOrigins }: HostSettings): HostRule {
  if (publicUrl === null) return () => true
  const served = new Set([publicUrl, ...(nodeUrl === null ? [] : [nodeUrl]), ...allowedOrigins].map(hostOf))
  // A browser leaves out the port that its scheme has anyway; other clients may write it.
  const withoutPort = (host: string) => host.replace(/:(80|443)$/, '')
  return (host, from) => {
    if (host === undefined || !URL.canParse(`http://${host}`)) return false
    return served.has(withoutPort(host.toLowerCase())) || isFromHere(host, from)
  }
}

const hostOf = (url: string) => new URL(url).host
