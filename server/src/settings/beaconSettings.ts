// Where the public random numbers come from that decide draws.
import { oneOf, origins, setting } from './setting.ts'

export const BEACON_SETTINGS = {
  BEACON: setting({
    ...oneOf('drand', 'off'),
    about:
      'Draws are decided by a public random number that nobody can know beforehand, of drand’s network; `off`: by the shop’s seed alone, and the card says so.',
    fallback: 'drand',
  }),
  BEACON_URLS: setting({
    ...origins,
    about: 'Where drand’s numbers are asked for, tried in turn; whatever they answer is proven by the network’s key.',
    fallback: 'https://api.drand.sh,https://api2.drand.sh,https://drand.cloudflare.com',
  }),
}
