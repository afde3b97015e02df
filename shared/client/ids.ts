// Ids made by the client; crypto.randomUUID is missing over plain http, getRandomValues is not.

const FITS = /^[A-Za-z0-9_-]{1,64}$/
const TIME_LETTERS = 9

/** 128 random bits as 22 characters of base64url: fits every id of the contract. */
export function createId(): string {
  return randomText(16)
}

/**
 * The time in 9 characters, then 88 random bits in 15: ids sort by the moment they were made,
 * so the rows of one evening land next to each other in the ledger's index.
 */
export function newTimedId(now = Date.now()): string {
  return now.toString(36).padStart(TIME_LETTERS, '0') + randomText(11)
}

/** The contract's check of an id without its schema code, which a shopper's page does not load. Throws on anything else. */
export function asId<Id extends string>(text: string): Id {
  if (!fitsId<Id>(text)) throw new RangeError('An id has 1 to 64 characters of A-Z a-z 0-9 _ -')
  return text
}

function fitsId<Id extends string>(text: string): text is Id {
  return FITS.test(text)
}

function randomText(bytes: number): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
