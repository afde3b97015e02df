// The way to let one's own hold go.
import type { Hold } from '@lantern/shared/contract/things.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'

export function LetGo({ hold }: { readonly hold: Hold }) {
  const { t } = useWords()
  const { actions } = useScene().session
  return (
    <button className="link" onClick={() => void actions.letGo(hold.id)} data-testid="let-go">
      {t('letGo')}
    </button>
  )
}
