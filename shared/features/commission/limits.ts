// How much there may be of commission.

/** Characters of the name that a sharer chose. */
export const MOST_SHARER_NAME = 40
/** Of the newest rows that a sharer is shown. */
export const MOST_ROWS = 50
/** Of sharers that staff are shown: whoever has confirmed money open, then the newest. */
export const MOST_SHARERS = 500
/** The text that sharers agree to now. */
export const CONSENT_VERSION = '2'
/** The first by which they agreed that other sharers read their name and how many orders they brought. */
export const CONSENT_TO_BOARD = '2'
