// The height of the phone's keyboard as a custom property: what is typed and the card rise above it, the picture stays.
import { useEffect } from 'react'

export function useKeyboardHeight(): void {
  useEffect(() => {
    const port = window.visualViewport
    if (port === null) return
    const root = document.documentElement
    const measure = () => {
      const hidden = Math.max(0, window.innerHeight - port.height - port.offsetTop)
      root.style.setProperty('--keyboard', port.scale === 1 ? `${Math.round(hidden)}px` : '0px')
    }
    port.addEventListener('resize', measure)
    port.addEventListener('scroll', measure)
    return () => {
      port.removeEventListener('resize', measure)
      port.removeEventListener('scroll', measure)
      root.style.removeProperty('--keyboard')
    }
  }, [])
}
