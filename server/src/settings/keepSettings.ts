// How long what happened is kept.
import { optional, setting, wholeNumber } from './setting.ts'

export const KEEP_SETTINGS = {
  WEBHOOK_KEEP_DAYS: setting({
    ...wholeNumber(1, 3650),
    about: 'Webhooks in both directions are kept for so many days.',
    fallback: '30',
  }),
  EVENTS_KEEP_DAYS: optional({
    ...wholeNumber(1, 3650),
    about: 'Facts of the log are kept for so many days, and until all who read them have; without it for good.',
  }),
}
