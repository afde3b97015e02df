// A small panel under its button; Esc and a click elsewhere close it.
import { useEffect, useRef, useState, type ReactNode } from 'react'

interface PopoverProps {
  readonly label: ReactNode
  readonly testId: string
  readonly name?: string
  readonly children: ReactNode
}

export function Popover({ label, testId, name, children }: PopoverProps) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const stop = new AbortController()
    const { signal } = stop
    const onDown = ({ target }: Event): void => {
      if (target instanceof Node && !box.current?.contains(target)) setOpen(false)
    }
    addEventListener('pointerdown', onDown, { signal })
    addEventListener('keydown', (event) => event.key === 'Escape' && setOpen(false), { signal })
    return () => stop.abort()
  }, [open])

  return (
    <div className="popover" ref={box}>
      <button
        className="btn"
        data-testid={testId}
        aria-expanded={open}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && <div className="popover-panel">{children}</div>}
    </div>
  )
}
