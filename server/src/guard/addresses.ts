// Which addresses webhooks may go to: only the public internet; every other range leads into somebody's own network.
import ipaddr from 'ipaddr.js'

/** Public by its range, yet the machine's own provider answers there. */
const PROVIDERS: ReadonlySet<string> = new Set(['168.63.129.16'])
/** Everything that was ever given out of IPv6; what is outside, such as `::127.0.0.1`, is no place on the internet. */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3')

/** Of the text of an address, in whatever form; what cannot be read is not public. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  // An IPv4 address in the clothes of IPv6 is judged as what it is.
  const address = ipaddr.process(text)
  if (address instanceof ipaddr.IPv6 && !address.match(GIVEN_OUT)) return false
  return address.range() === 'unicast' && !PROVIDERS.has(address.toString())
}
