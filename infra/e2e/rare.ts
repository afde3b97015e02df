// What the deep run looks at beside the main paths: more sizes, more languages, more ways to fail.

/** Playwright's projects go by the tag: `main` is without it, `deep` has it. */
export const DEEP = '@deep'

/** The details of a test: left to the deep run, where `isRare` says so. */
export const rare = (isRare: boolean): { tag: string[] } => ({ tag: isRare ? [DEEP] : [] })
