// What this device's counter is called: kept by the browser, so that it is typed once.
import { useState } from 'react'

const KEPT = 'lantern.counter'

export function usePlace(): readonly [string, (place: string) => void] {
  const [place, setPlace] = useState(() => localStorage.getItem(KEPT) ?? '')
  const keep = (next: string) => {
    localStorage.setItem(KEPT, next)
    setPlace(next)
  }
  return [place, keep]
}
