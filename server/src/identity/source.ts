// Where a viewer comes from: the address behind the trusted proxies, cut and hashed, so that no address is ever stored.
import { createHmac, createSecretKey } from 'node:crypto'
import { isIPv6 } from 'node:net'

export interface Origin {
  /** The address of the connection itself. */
  readonly address: string
  readonly forwardedFor: string | string[] | undefined
}

export type SourceOf = (origin: Origin) => string

const SHOWN_CHARACTERS = 16

/** `proxies`: how many in front are believed; each has appended the address it saw. */
export function createSourceOf(secret: string, proxies: number): SourceOf {
  const key = createSecretKey(secret, 'utf8')
  return (origin) => {
    const address = cut(clientAddress(origin, proxies))
    return createHmac('sha256', key).update(address).digest('base64url').slice(0, SHOWN_CHARACTERS)
  }
}

function clientAddress({ address, forwardedFor }: Origin, proxies: number): string {
  const said = [forwardedFor ?? []].flat().flatMap((header) => header.split(','))
  const nearestFirst = [address, ...said.map((one) => one.trim()).reverse()].filter((one) => one !== '')
  return nearestFirst[Math.min(proxies, nearestFirst.length - 1)] ?? address
}

/** IPv4 as it is; of IPv6 the /56, which one household may have whole. */
function cut(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? []
  const left = head.split(':').filter((group) => group !== '')
  const right = tail.split(':').filter((group) => group !== '')
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  const groups = [...left, ...zeros, ...right].slice(0, 4)
  const numbers = groups.map((group, at) => parseInt(group, 16) & (at === 3 ? 0xff00 : 0xffff))
  return numbers.map((number) => number.toString(16)).join(':')
}
