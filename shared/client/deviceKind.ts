// What kind of device this browser runs on, as people call it.
import type { HostDevice } from '../contract/things.ts'

/** `maxTouchPoints` gives away a tablet whose browser calls itself a Mac's. */
export function deviceKind({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): HostDevice {
  const isPhone = /iPhone|iPod|Mobile/.test(userAgent) && !/iPad|Tablet/.test(userAgent)
  if (isPhone) return 'phone'
  const isTablet = /iPad|Tablet|Android/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)
  return isTablet ? 'tablet' : 'computer'
}
