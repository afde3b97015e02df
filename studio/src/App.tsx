// The studio from outside to inside: words, HTTP cache, who is here, and which page.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { needsLogin } from './api.ts'
import { DeskPage } from './desk/DeskPage.tsx'
import { useRoute } from './route.ts'
import { Gate } from './session/Gate.tsx'
import { WelcomePage } from './session/WelcomePage.tsx'
import { ShopPage } from './shop/ShopPage.tsx'
import { ShowsPage } from './shows/ShowsPage.tsx'
import { WebhooksPage } from './webhooks/WebhooksPage.tsx'

export function App({ words }: { readonly words: i18n }) {
  const [queries] = useState(createQueries)

  return (
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={queries}>
        <Pages />
      </QueryClientProvider>
    </I18nextProvider>
  )
}

function Pages() {
  const route = useRoute()
  if (route.at === 'welcome') return <WelcomePage />

  return (
    <Gate>
      {(me) =>
        route.at === 'desk' ? (
          <DeskPage key={`${route.showId} ${me.id}`} showId={route.showId} me={me} />
        ) : route.at === 'shop' ? (
          <ShopPage me={me} />
        ) : route.at === 'webhooks' ? (
          <WebhooksPage me={me} />
        ) : (
          <ShowsPage me={me} />
        )
      }
    </Gate>
  )
}

function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: (count, error) => !needsLogin(error) && count < 3, refetchOnWindowFocus: true },
    },
  })
}
