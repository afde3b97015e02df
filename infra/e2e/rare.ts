// Which run looks at a browser test: `npm test` at each person's main path, `npm run test:deep` at all the others.

/** A person's main path: in `npm test`. Without a tag: in the deep run, two at a time. */
export const MAIN = { tag: '@main' }

/** What needs the machine to itself, or is one more size or language of another: in the deep run, one at a time. */
export const DEEP = '@deep'

/** The details of a test: left to the deep run, where `isRare` says so. */
export const rare = (isRare: boolean): { tag: string[] } => ({ tag: isRare ? [DEEP] : [] })
