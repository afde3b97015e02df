// Random text for ids and nonces. Chance is fetched for many at once: asked of OpenSSL for each, it costs more than all else of an id.
import { nanoid } from 'nanoid'

/** So many characters of A-Z a-z 0-9 _ -, each 6 bits that nobody can guess. */
export const randomText = (characters: number): string => nanoid(characters)
