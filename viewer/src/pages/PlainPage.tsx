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

type Word = Parameters<ReturnType<typeof useWords>['t']>[0]

/** What has more to say than the refusal's own words. */
const HEADS: { readonly [Code in RefusalCode]?: { readonly head: Word; readonly words?: Word; readonly act?: Word } } =
  {
    SHOW_NOT_FOUND: { head: 'notFound', words: 'notFoundWords' },
    SESSION_OVER: { head: 'unknownYou', words: 'unknownYouWords' },
    TOO_MANY: { head: 'full', words: 'fullWords' },
    PAGE_TOO_OLD: { head: 'pageOld', act: 'reload' },
  }

export function RefusedPage({ code }: { readonly code: RefusalCode | null }) {
  const { t } = useWords()
  const { refusals } = useScene().session.words
  const { head = 'refused', words, act = 'tryAgain' } = HEADS[code ?? 'INTERNAL'] ?? {}
  return (
    <main className="poster-page" data-testid="refused" data-code={code ?? ''}>
      <LanternScene />
      <section className="poster-middle">
        <h1 className="poster-title">{t(head)}</h1>
        <p className="poster-words">{words === undefined ? refusals[code ?? 'INTERNAL'] : t(words)}</p>
        {code !== 'SHOW_NOT_FOUND' && (
          <button className="poster-act" onClick={() => location.reload()}>
            {t(act)}
          </button>
        )}
      </section>
    </main>
  )
}
