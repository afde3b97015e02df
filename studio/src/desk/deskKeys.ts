// Which key of the desk a key press means: none while somebody types, or while a dialog lies over the desk.
export const SEARCH_KEY = '/'

interface Facts {
  readonly key: string
  /** With Ctrl, Alt or Command, or held down. */
  readonly modified: boolean
  readonly typing: boolean
  /** What lies over the desk: the list of keys itself, another dialog or question, or nothing. */
  readonly over: 'list' | 'dialog' | null
}

/** `list`, `close`, or one of the known keys; null: nothing. */
export function deskKeyOf({ key, modified, typing, over }: Facts, known: readonly string[]): string | null {
  if (modified || typing || over === 'dialog') return null
  if (key === '?') return 'list'
  if (key === 'Escape') return 'close'
  const pressed = key.toLowerCase()
  return over === null && known.includes(pressed) ? pressed : null
}
