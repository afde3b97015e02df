// Closing a sheet the way phones do: the back button, and a swipe down on its head.
import { useEffect, useEffectEvent, useRef } from 'react'
import type { PointerEvent } from 'react'

const CLOSES_PAST_PX = 88

/** While open, one history entry stands for the sheet: back closes it, closing it takes the entry away. */
export function useBackCloses(open: boolean, close: () => void): void {
  const onBack = useEffectEvent(close)
  useEffect(() => {
    if (!open) return
    let wentBack = false
    history.pushState({ sheet: true }, '')
    const onPop = () => {
      wentBack = true
      onBack()
    }
    addEventListener('popstate', onPop)
    return () => {
      removeEventListener('popstate', onPop)
      if (!wentBack) history.back()
    }
  }, [open])
}

/** Handlers for the sheet's head: it follows the finger and closes past a point. */
export function useSwipeCloses(close: () => void) {
  const from = useRef<number | null>(null)
  const sheetOf = (event: PointerEvent<HTMLElement>) => event.currentTarget.closest<HTMLElement>('.sheet')
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.target instanceof Element && event.target.closest('button, a')) return
      from.current = event.clientY
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (from.current === null) return
      const down = Math.max(0, event.clientY - from.current)
      sheetOf(event)?.style.setProperty('translate', `0 ${down}px`)
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (from.current === null) return
      const down = event.clientY - from.current
      from.current = null
      if (down > CLOSES_PAST_PX) close()
      else sheetOf(event)?.style.removeProperty('translate')
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => {
      from.current = null
      sheetOf(event)?.style.removeProperty('translate')
    },
  }
}
