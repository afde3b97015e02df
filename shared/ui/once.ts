// A code that stays before the camera is read once, and again when it comes back.
/** So long it may be out of the picture, or blurred, and is still the same. */
const GONE_MS = 2000

export function createOnce(): (code: string, now: number) => boolean {
  let last: { readonly code: string; readonly at: number } | null = null
  return (code, now) => {
    const isSame = last !== null && last.code === code && now - last.at < GONE_MS
    last = { code, at: now }
    return !isSame
  }
}
