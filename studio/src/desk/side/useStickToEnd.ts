// Keeps a list at its newest line, unless someone is reading further up.
import { useLayoutEffect, useRef } from 'react'

const NEAR = 60

export function useStickToEnd(items: readonly unknown[]) {
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  useLayoutEffect(() => {
    const element = box.current
    if (element && atEnd.current) element.scrollTop = element.scrollHeight
  }, [items])

  const onScroll = (): void => {
    const element = box.current
    if (element) atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR
  }
  return { box, onScroll }
}
