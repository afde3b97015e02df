// What the owner reads about a real show's needs, in English; part of studio.en.ts.
export const words = {
  'doctor.title': 'Ready for a real show?',
  'doctor.look': 'Look again',
  'doctor.state.good': 'fine',
  'doctor.state.unsure': 'to be checked',
  'doctor.state.bad': 'missing',
  'doctor.check.address': 'Public address',
  'doctor.check.tls': 'Trusted https',
  'doctor.check.turn': 'Strict networks',
  'doctor.check.shop': 'Your shop',
  'doctor.check.webhook': 'Its messages',
  'doctor.check.disk': 'Disk',
  'doctor.check.clock': 'Clock',
  'doctor.reached': '{{address}} leads here.',
  'doctor.no_address': 'There is none: set PUBLIC_URL, or run npm run setup.',
  'doctor.address_silent': '{{address}} does not lead here as seen from this server. Open it on a phone without Wi-Fi.',
  'doctor.trusted': 'The certificate is trusted and lasts {{days}} more days.',
  'doctor.no_tls': 'Browsers inside chat apps refuse pages without it: PUBLIC_URL has to begin with https.',
  'doctor.tls_silent': 'The certificate cannot be seen from this server.',
  'doctor.untrusted': 'Phones do not trust the certificate ({{why}}).',
  'doctor.tls_ends': 'The certificate ends in {{days}} days and was not renewed.',
  'doctor.no_turn':
    'There is no TURN server: where a network lets only web pages through, the picture does not arrive.',
  'doctor.shop_well': 'It answers and takes what the settings say.',
  'doctor.shop_failed': 'It does not answer as it should: {{why}}',
  'doctor.webhook_seen': 'The last one came {{hours}} hours ago.',
  'doctor.no_webhook': 'None has ever come: enter the address of the webhooks at your shop, and order something.',
  'doctor.webhook_refused':
    'None was ever taken, and {{times}} were refused, see “Refused messages”. The latest: {{reason}}',
  'doctor.disk_fine': '{{gigabytes}} GB are free.',
  'doctor.disk_low': 'Only {{gigabytes}} GB are free.',
  'doctor.clock_right': 'It agrees with the shop’s.',
  'doctor.clock_wrong': 'It differs from the shop’s by {{seconds}} seconds: set it by NTP.',
  'doctor.clock_unknown': 'The shop does not say what time it is.',
} as const

export type DoctorWords = Readonly<Record<keyof typeof words, string>>
