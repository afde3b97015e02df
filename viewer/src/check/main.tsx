// Starts the page where anyone checks a draw: its address, its words, and what is published; no room, no picture.
import { pickLocale } from '@lantern/shared/ui/i18n.ts'
import { adoptNonce } from '@lantern/shared/ui/nonce.ts'
import { createRoot } from 'react-dom/client'
import './check.css'
import { CheckPage } from './CheckPage.tsx'
import { loadWords, SaidContext } from './words.ts'

const [, activityId = ''] = /\/v\/([^/]+)\/?$/.exec(location.pathname) ?? []

async function start(root: HTMLElement) {
  adoptNonce(document)
  const said = await loadWords(pickLocale(new URLSearchParams(location.search).get('lang'), navigator.languages))
  createRoot(root).render(
    <SaidContext value={said}>
      <CheckPage activityId={decodeURIComponent(activityId)} />
    </SaidContext>,
  )
}

const root = document.getElementById('root')
if (root !== null) void start(root)
