// This machine's own addresses: where phones on the same network reach it.
import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'

// Bridges of container engines and virtual machines: no phone is on them.
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|podman)/

/** Every IPv4 address that is not loopback, then 127.0.0.1. */
export function findAddresses(interfaces = networkInterfaces()): string[] {
  const found = Object.entries(interfaces)
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, list]) => list ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal)
    .map((one) => one.address)
  return [...new Set(found), '127.0.0.1']
}

/** IP addresses or host names separated by commas; `auto`: those found. */
export const announcedAddresses = {
  read: (text: string): string[] | undefined => {
    if (text === 'auto') return findAddresses()
    const given = text.split(',').map((part) => part.trim())
    return given.every((one) => isIP(one) !== 0 || /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(one))
      ? given
      : undefined
  },
  bounds: 'auto, or addresses separated by commas',
}
