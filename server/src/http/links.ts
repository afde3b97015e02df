// The addresses under which phones reach this server.
import { isIP } from 'node:net'

interface Settings {
  readonly publicUrl: string | null
  readonly announcedAddresses: readonly string[]
}

interface Ports {
  readonly port: number
  readonly httpsPort: number | null
}

function hostOf(address: string): string {
  return isIP(address) === 6 ? `[${address}]` : address
}

function base(scheme: 'http' | 'https', address: string, port: number): string {
  return new URL(`${scheme}://${hostOf(address)}:${port}`).origin
}

/** The public address where there is one; otherwise the LAN by https, the LAN by http, and this machine, in this order. */
export function shareAddresses({ publicUrl, announcedAddresses }: Settings, { port, httpsPort }: Ports): string[] {
  if (publicUrl !== null) return [publicUrl]
  const lan = announcedAddresses.filter((address) => !address.startsWith('127.') && address !== 'localhost')
  const secure = httpsPort === null ? [] : lan.map((address) => base('https', address, httpsPort))
  return [...secure, ...lan.map((address) => base('http', address, port)), base('http', 'localhost', port)]
}
