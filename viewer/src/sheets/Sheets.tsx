// The sheets of the page: at most one is open, and moving between them keeps it open.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Ready } from '@lantern/shared/ui/features.ts'
import { Sheet } from '@lantern/shared/ui/Sheet.tsx'
import { useState } from 'react'
import type { Places } from '../places.ts'
import type { Panel } from '../session.ts'
import { useScene } from '../session.ts'
import { useLater } from '../useParts.ts'
import { useWords } from '../useWords.ts'

export function Sheets({ room, panel }: { readonly room: RoomState; readonly panel: Panel | null }) {
  const words = useWords()
  const { open } = useScene()
  const shown = useShown(panel)
  const id = shown?.id ?? ''
  return (
    <Sheet
      open={shown !== null}
      onClose={() => open(null)}
      title={shown?.part.title(words, { room, id }) ?? ''}
      closeLabel={words.t('close')}
      testId={shown === null ? 'sheet' : `${shown.part.key}-sheet`}
    >
      {shown && <shown.part.Content key={shown.part.key} room={room} id={id} />}
    </Sheet>
  )
}

interface Shown {
  readonly part: Ready<Places['sheet']>
  readonly id: string
}

/** While the content of the next sheet is on its way the open one stays. */
function useShown(panel: Panel | null): Shown | null {
  const [last, setLast] = useState<Shown | null>(null)
  const part = useLater('sheet', panel?.kind ?? null)
  const id = panel?.id ?? ''
  if (panel === null) {
    if (last !== null) setLast(null)
    return null
  }
  if (part === null) return last
  if (last?.part !== part || last.id !== id) setLast({ part, id })
  return { part, id }
}
