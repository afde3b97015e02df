// Schemas of what a viewer reads of themselves stand with the addresses that answer it (contract/known.ts): a room has none.
export const COMMANDS = {}

export const SLICES = {}
