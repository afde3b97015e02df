// The settings of what viewers may keep from others: by lapses, and through many identities behind one address.
import { setting, wholeNumber } from './setting.ts'

export const CROWD_SETTINGS = {
  LAPSES_PER_VIEWER: setting({
    ...wholeNumber(1, 1000),
    about: 'From so many holds that ran out unpaid within a day on a viewer has to pause.',
    fallback: '3',
  }),
  LAPSES_PER_ADDRESS: setting({
    ...wholeNumber(1, 1_000_000),
    about: 'The same for all viewers behind one address within an hour; carriers put thousands behind one.',
    fallback: '300',
  }),
  ADDRESS_SHARE: setting({
    ...wholeNumber(1, 100),
    about:
      'New viewers behind one address may hold so many per cent of a product unpaid at once, and 5 units in any case, and write and like only so fast together; staff can lift it for a show. 100: no limit.',
    fallback: '20',
  }),
  ADDRESS_ENTRIES: setting({
    ...wholeNumber(1, 1_000_000),
    about:
      'New viewers behind one address may enter a draw so many times together; of scarce places, as in a red packet, they have the share of ADDRESS_SHARE. Staff can lift both for a show.',
    fallback: '50',
  }),
}
