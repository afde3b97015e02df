// The height of the phone's keyboard as a custom property: what is typed and the card rise above it, the picture stays; where little is left, `data-short`.
import { useEffect } from 'react'

/** Below it the card takes its smallest form: a phone's keyboard leaves less, a phone upright without one has more. */
const SHORT_PX = 480

export function useKeyboardHeight(): void {
  useEffect(() => {
    const port = window.visualViewport
    if (port === null) return
    const root = document.documentElement
    const measure = () => {
      // Zoomed in by two fingers, less is seen and nothing is hidden.
      const hidden = port.scale === 1 ? Math.max(0, window.innerHeight - port.height - port.offsetTop) : 0
      root.style.setProperty('--keyboard', `${Math.round(hidden)}px`)
      root.toggleAttribute('data-short', window.innerHeight - hidden < SHORT_PX)
    }
    measure()
    port.addEventListener('resize', measure)
    port.addEventListener('scroll', measure)
    return () => {
      port.removeEventListener('resize', measure)
      port.removeEventListener('scroll', measure)
      root.style.removeProperty('--keyboard')
      root.removeAttribute('data-short')
    }
  }, [])
}
