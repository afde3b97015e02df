// Pages without a room: coming in, no such show, full, refused.
import type { RefusalCode } from '@lantern/shared/contract/refusals.ts'
import { LanternScene } from '../parts/LanternScene.tsx'
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'

export function JoiningPage() {
  const { t } = useWords()
  return (
    <main className="poster-page" data-testid="joining">
      <LanternScene shimmer />
      <p className="poster-whisper" role="status">
        {t('joining')}
      </p>
    </main>
  )
}

export function RefusedPage({ code }: { readonly code: RefusalCode | null }) {
  const { t } = useWords()
  const { refusals } = useScene().session.words
  const head = code === 'SHOW_NOT_FOUND' ? t('notFound') : code === 'TOO_MANY' ? t('full') : t('refused')
  const words =
    code === 'SHOW_NOT_FOUND' ? t('notFoundWords') : code === 'TOO_MANY' ? t('fullWords') : refusals[code ?? 'INTERNAL']
  return (
    <main className="poster-page" data-testid="refused" data-code={code ?? ''}>
      <LanternScene />
      <section className="poster-middle">
        <h1 className="poster-title">{head}</h1>
        <p className="poster-words">{words}</p>
        {code !== 'SHOW_NOT_FOUND' && (
          <button className="poster-act" onClick={() => location.reload()}>
            {t('tryAgain')}
          </button>
        )}
      </section>
    </main>
  )
}
