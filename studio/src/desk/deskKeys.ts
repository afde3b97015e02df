// Which key of the desk a key press means: none while somebody types, or while a dialog lies over the desk.
export type DeskKey = 'sale' | 'mute' | 'search'
export type Pressed = DeskKey | 'list' | 'close' | number | null

const KEYS: Readonly<Record<string, DeskKey>> = { f: 'sale', m: 'mute', '/': 'search' }

interface Facts {
  readonly key: string
  /** With Ctrl, Alt or Command, or held down. */
  readonly modified: boolean
  readonly typing: boolean
  /** What lies over the desk: the list of keys itself, another dialog or question, or nothing. */
  readonly over: 'list' | 'dialog' | null
}

export function deskKeyOf({ key, modified, typing, over }: Facts): Pressed {
  if (modified || typing || over === 'dialog') return null
  if (key === '?') return 'list'
  if (key === 'Escape') return 'close'
  if (over === 'list') return null
  return /^[1-9]$/.test(key) ? Number(key) : (KEYS[key.toLowerCase()] ?? null)
}
