// How much there may be of share links.

/** Characters. */
export const MOST_LINK_NAME = 60
/** Of one show. */
export const MOST_LINKS = 300
