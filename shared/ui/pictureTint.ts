// What a product without a picture is known by: a tint that stays its own, and the first letter of its name.
const TINTS = 6

/** The same for the same product, in every list and on every screen. */
export function tintOf(productId: string): number {
  let hash = 2_166_136_261
  for (const character of productId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619)
  // The last bits of short names that differ in one letter differ too little.
  return ((hash ^ (hash >>> 15)) >>> 0) % TINTS
}

/** The first letter or number, whatever quotes or signs stand before it; empty: there is none. */
export function firstLetterOf(title: string): string {
  return (/[\p{L}\p{N}]/u.exec(title)?.[0] ?? '').toUpperCase()
}
