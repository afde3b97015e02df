// The studio from outside to inside: words, HTTP cache, features, who is here, and which page.
import type { Me } from '@lantern/shared/contract/http.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { lazy, Suspense, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { needsLogin } from './api.ts'
import { DESK_PLACES, type Studio } from './places.ts'
import { Panel } from './problems/Panel.tsx'
import type { Reporter } from './problems/reporter.ts'
import { ReporterContext } from './problems/ReporterContext.ts'
import { type Route, useRoute } from './route.ts'
import { Gate } from './session/Gate.tsx'
import { WelcomePage } from './session/WelcomePage.tsx'
import { ShowsPage } from './shows/ShowsPage.tsx'
import { StudioContext, useParts, useStudio } from './useParts.ts'

interface AppProps {
  readonly studio: Studio
  readonly words: i18n
  readonly reporter: Reporter
}

export function App({ studio, words, reporter }: AppProps) {
  const [queries] = useState(createQueries)

  return (
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={queries}>
        <ReporterContext value={reporter}>
          <StudioContext value={studio}>
            <Pages />
          </StudioContext>
        </ReporterContext>
      </QueryClientProvider>
    </I18nextProvider>
  )
}

function Pages() {
  const { parts } = useStudio()
  const asked = useRoute()
  const [DeskPage] = useState(() => lazyDesk(parts))
  if (asked.at === 'welcome') return <WelcomePage />

  const isKnown = asked.at !== 'page' || parts.list('page', asked.key).length > 0
  const route: Route = isKnown ? asked : { at: 'shows' }
  const name = route.at === 'page' ? route.key : route.at
  return (
    <Gate>
      {(me) => (
        <Suspense fallback={<div className="page shimmer" aria-busy="true" />}>
          <Panel key={name} name={name} className="page">
            {route.at === 'desk' && (
              <DeskPage key={`${route.showId} ${me.id} ${me.role}`} showId={route.showId} me={me} />
            )}
            {route.at === 'page' && <FeaturePage key={route.key} name={route.key} me={me} />}
            {route.at === 'shows' && <ShowsPage me={me} />}
          </Panel>
        </Suspense>
      )}
    </Gate>
  )
}

function FeaturePage({ name, me }: { readonly name: string; readonly me: Me }) {
  const [part] = useParts('page', name)
  return part && <part.Page me={me} />
}

/** Whoever only plans shows does not wait for what a desk needs; who opens one has all of it at once. */
function lazyDesk(parts: Studio['parts']) {
  return lazy(async () => {
    const [page] = await Promise.all([import('./desk/DeskPage.tsx'), ...DESK_PLACES.map((place) => parts.load(place))])
    return { default: page.DeskPage }
  })
}

function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: (count, error) => !needsLogin(error) && count < 3, refetchOnWindowFocus: true },
    },
  })
}
