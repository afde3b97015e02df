// How long what happened is kept.
import { optional, setting, wholeNumber } from './setting.ts'

/** Days after a show has ended; a week at least, since prizes and orders are still open then. */
const days = wholeNumber(7, 3650)
const keeping = {
  read: (text: string) => (text === 'off' ? ('off' as const) : days.read(text)),
  bounds: `${days.bounds}, or off`,
}
const kept = (what: string, fallback: string) =>
  setting({ ...keeping, about: `${what} are kept for so many days after a show has ended; off: for good.`, fallback })

export const KEEP_SETTINGS = {
  WEBHOOK_KEEP_DAYS: setting({
    ...wholeNumber(1, 3650),
    about: 'Webhooks in both directions are kept for so many days.',
    fallback: '30',
  }),
  ADDRESSES_KEEP_DAYS: kept('Hashes of viewers’ addresses on holds and places in line', '90'),
  NAMES_KEEP_DAYS: kept(
    'Names of viewers on holds and places in line, where nothing is to be fetched any more,',
    '730',
  ),
  COMMENTS_KEEP_DAYS: kept('What viewers wrote, with their names,', '730'),
  VISITS_KEEP_DAYS: kept('Who watched, and for how long,', '400'),
  CONTACTS_KEEP_DAYS: kept('How winners and testers are reached', '180'),
  EVENTS_KEEP_DAYS: optional({
    ...wholeNumber(1, 3650),
    about: 'Facts of the log are kept for so many days, and until all who read them have; without it for good.',
  }),
}
