// Opens what passes the show on.
import { Share } from 'lucide-react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'

export function ShareButton() {
  const { t } = useWords()
  const { open } = useScene()
  return (
    <button className="round" aria-label={t('share')} onClick={() => open({ kind: 'share' })} data-testid="share">
      <Share size={20} aria-hidden="true" />
    </button>
  )
}
