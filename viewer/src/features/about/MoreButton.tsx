// Opens languages and what this browser cannot do.
import { Ellipsis } from 'lucide-react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'

export function MoreButton() {
  const { t } = useWords()
  const { open } = useScene()
  return (
    <button className="round" aria-label={t('more')} onClick={() => open({ kind: 'more' })} data-testid="more">
      <Ellipsis size={20} aria-hidden="true" />
    </button>
  )
}
