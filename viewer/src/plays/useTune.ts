// A sound for what happens while the viewer looks on: it is played when the number rises, and not for what was so before.
import { useEffect, useRef } from 'react'
import { playTune, type Tune } from './sounds.ts'

export function useTune(tune: Tune, count: number): void {
  const before = useRef(count)
  useEffect(() => {
    const isNews = count > before.current
    before.current = count
    return isNews ? playTune(tune) : undefined
  }, [tune, count])
}
