// Ids made by the client; crypto.randomUUID is missing over plain http, getRandomValues is not.

/** 128 random bits as 22 characters of base64url: fits every id of the contract. */
export function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
