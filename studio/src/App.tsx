// The studio from outside to inside: words, HTTP cache, who is here, and which page.
import type { Me } from '@lantern/shared/contract/http.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { lazy, Suspense, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { needsLogin } from './api.ts'
import { Panel } from './problems/Panel.tsx'
import type { Reporter } from './problems/reporter.ts'
import { ReporterContext } from './problems/ReporterContext.ts'
import { type Route, useRoute } from './route.ts'
import { Gate } from './session/Gate.tsx'
import { WelcomePage } from './session/WelcomePage.tsx'
import { ShowsPage } from './shows/ShowsPage.tsx'

// Whoever only plans shows does not wait for what a desk needs.
const DeskPage = lazy(() => import('./desk/DeskPage.tsx').then((page) => ({ default: page.DeskPage })))
const ShopPage = lazy(() => import('./shop/ShopPage.tsx').then((page) => ({ default: page.ShopPage })))
const WebhooksPage = lazy(() => import('./webhooks/WebhooksPage.tsx').then((page) => ({ default: page.WebhooksPage })))

export function App({ words, reporter }: { readonly words: i18n; readonly reporter: Reporter }) {
  const [queries] = useState(createQueries)

  return (
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={queries}>
        <ReporterContext value={reporter}>
          <Pages />
        </ReporterContext>
      </QueryClientProvider>
    </I18nextProvider>
  )
}

function Pages() {
  const route = useRoute()
  if (route.at === 'welcome') return <WelcomePage />

  return (
    <Gate>
      {(me) => (
        <Suspense fallback={<div className="page shimmer" aria-busy="true" />}>
          <Panel key={route.at} name={route.at} className="page">
            <Page route={route} me={me} />
          </Panel>
        </Suspense>
      )}
    </Gate>
  )
}

function Page({ route, me }: { readonly route: Route; readonly me: Me }) {
  if (route.at === 'desk') return <DeskPage key={`${route.showId} ${me.id} ${me.role}`} showId={route.showId} me={me} />
  if (route.at === 'shop') return <ShopPage me={me} />
  if (route.at === 'webhooks') return <WebhooksPage me={me} />
  return <ShowsPage me={me} />
}

function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: (count, error) => !needsLogin(error) && count < 3, refetchOnWindowFocus: true },
    },
  })
}
