// The doctor's findings as lines for a terminal.
import type { Finding } from '@lantern/shared/contract/doctor.ts'
import { RefusedReason } from '@lantern/shared/contract/refusedEvents.ts'

const STATES = { good: 'ok      ', unsure: 'to check', bad: 'missing ' } as const

const SENTENCES: Readonly<Record<Finding['why'], string>> = {
  reached: '{address} leads here',
  no_address: 'none; set PUBLIC_URL, or run npm run setup',
  address_silent: '{address} does not lead here as seen from this machine; open it on a phone without Wi-Fi',
  trusted: 'the certificate is trusted and lasts {days} more days',
  no_tls: 'browsers inside chat apps refuse pages without it; PUBLIC_URL has to begin with https',
  tls_silent: 'the certificate cannot be seen from this machine',
  untrusted: 'phones do not trust the certificate ({why})',
  tls_ends: 'the certificate ends in {days} days and was not renewed',
  no_turn: 'none; where a network lets only web pages through, the picture does not arrive',
  acme_failed: 'the certificate authority has given none: {why}',
  acme_late: 'the certificate lasts {days} more days, and its renewal was refused: {why}',
  turn_works: '{address} relays',
  turn_silent: '{address} does not answer',
  turn_refused: '{address} does not relay for us: {why}',
  shop_well: 'it answers, and takes what the settings say',
  shop_failed: '{why}',
  webhook_seen: 'the last one came {hours} hours ago',
  no_webhook: 'none has ever come; enter the address of the webhooks at the shop, and order something',
  webhook_refused: 'none was ever taken, and {times} were refused; the latest: {reason}',
  disk_fine: '{gigabytes} GB are free',
  disk_low: 'only {gigabytes} GB are free',
  clock_right: 'it agrees with the shop’s',
  clock_wrong: 'it differs from the shop’s by {seconds} seconds; set it by NTP',
  clock_unknown: 'the shop does not say what time it is',
}

const REASONS: Readonly<Record<RefusedReason, string>> = {
  wrongHost: 'sent to an address that is not PUBLIC_URL',
  unknownEndpoint: 'sent to a webhook address that there is not (SHOP_ENDPOINT_ID)',
  noSecret: 'no signing secret is set here; run npm run setup',
  unsigned: 'not signed; enter the signing secret at the shop',
  stale: 'signed more than five minutes ago; set both clocks by NTP',
  badSignature: 'the signing secret differs; npm run setup shows where it belongs, npm run shop:check tries it',
  tooLarge: 'larger than 1 MB',
  unreadable: 'packed in an unknown way, or damaged',
  badJson: 'no JSON; choose JSON at the shop',
  badShape: 'a part is missing or not as it should be',
  badNumber: 'the order’s number is no printable text of at most 255 characters',
  badMoney: 'amount or currency cannot be read',
  otherShop: 'of another shop, which has the same app as yours',
  unknownHold: 'of a hold that is not ours',
  failed: 'taken, and not put down after many tries; see the log',
}

const TITLES: Readonly<Record<Finding['check'], string>> = {
  address: 'public address',
  tls: 'trusted https',
  turn: 'TURN server',
  shop: 'shop',
  webhook: 'its webhooks',
  disk: 'free disk',
  clock: 'clock',
}
const WIDTH = Math.max(...Object.values(TITLES).map((title) => title.length))

export function toLine({ check, state, why, detail }: Finding): string {
  const reason = RefusedReason.safeParse(detail['reason'])
  const filled = reason.success ? { ...detail, reason: REASONS[reason.data] } : detail
  const sentence = SENTENCES[why].replace(/\{(\w+)\}/g, (_all, name: string) => String(filled[name] ?? ''))
  return `${STATES[state]}  ${TITLES[check].padEnd(WIDTH)}  ${sentence}`
}
