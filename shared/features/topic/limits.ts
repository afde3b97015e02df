// How much a topic asks and is told; apart from its schemas, for pages.

export const MOST_QUESTION = 120
/** In characters as a reader counts them. */
export const MOST_ANSWER = 200
/** Those that everyone sees at once. */
export const MOST_PICKED = 12
export const MOST_SEARCH = 60
