// A sheet from below: grabber, swipe, Esc and back button close it; what is behind goes on.
import * as Dialog from '@radix-ui/react-dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { focusAgain, trailOf } from './focus.ts'
import { useBackCloses, useSwipeCloses } from './useSheetGestures.ts'

interface SheetProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly closeLabel: string
  readonly children: ReactNode
  readonly testId?: string
}

/**
 * The sheet itself takes the focus, or what in it says so by `data-focus-first`: a ring around its close button would be the first
 * thing to see. What opened it, or stands nearest to where that was, gets it back: no sheet here has a trigger that Radix would
 * know of, and nothing in it may take the focus before that was noted.
 */
function useFocusThereAndBack() {
  const opener = useRef<ReturnType<typeof trailOf> | null>(null)
  const onOpenAutoFocus = (event: Event) => {
    event.preventDefault()
    opener.current = trailOf(document.activeElement)
    const sheet = event.currentTarget
    if (!(sheet instanceof HTMLElement)) return
    const first = sheet.querySelector('[data-focus-first]')
    if (first instanceof HTMLElement) first.focus()
    else sheet.focus()
  }
  const onCloseAutoFocus = (event: Event) => {
    event.preventDefault()
    if (opener.current !== null) focusAgain(opener.current)
  }
  return { onOpenAutoFocus, onCloseAutoFocus }
}

export function Sheet({ open, onClose, title, closeLabel, children, testId }: SheetProps) {
  useBackCloses(open, onClose)
  const swipe = useSwipeCloses(onClose)
  const focus = useFocusThereAndBack()
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="sheet-veil" />
        <Dialog.Content
          className="sheet"
          data-theme="system"
          data-testid={testId}
          aria-describedby={undefined}
          {...focus}
        >
          <header className="sheet-head" {...swipe}>
            <span className="sheet-grabber" aria-hidden="true" />
            <Dialog.Title className="sheet-title">{title}</Dialog.Title>
            <Dialog.Close className="sheet-close" aria-label={closeLabel}>
              <X size={20} aria-hidden="true" />
            </Dialog.Close>
          </header>
          <div className="sheet-body">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
