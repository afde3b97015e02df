// Keeps a list at its newest line, also when it is only now brought into sight, unless someone is reading further up.
import { useEffect, useLayoutEffect, useRef } from 'react'

const NEAR = 60

export function useStickToEnd(items: readonly unknown[]) {
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  useLayoutEffect(() => {
    const element = box.current
    if (element && atEnd.current) element.scrollTop = element.scrollHeight
  }, [items])

  // On a phone the list has no height until its pane is opened, and less when the keyboard comes up.
  useEffect(() => {
    const element = box.current
    if (!element) return undefined
    const watch = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [])

  const onScroll = (): void => {
    const element = box.current
    // Out of sight it has no height, and nobody reads it.
    if (!element || element.clientHeight === 0) return
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR
  }
  return { box, onScroll }
}
