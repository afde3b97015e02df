// Starts the page of whoever leads a group: its address, its words, and itself kept on the phone.
import { pickLocale } from '@lantern/shared/ui/i18n.ts'
import { createRoot } from 'react-dom/client'
import './leader.css'
import './orders.css'
import './handOver.css'
import { LeaderPage } from './LeaderPage.tsx'
import { keepPage } from './offline.ts'
import { loadWords, SaidContext } from './words.ts'

const [, code = ''] = /\/g\/([^/]+)\/?$/.exec(location.pathname) ?? []

function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const show = () => (document.documentElement.dataset['theme'] = dark.matches ? 'dark' : 'light')
  show()
  dark.addEventListener('change', show)
}

async function start(root: HTMLElement) {
  followTheme()
  const said = await loadWords(pickLocale(new URLSearchParams(location.search).get('lang'), navigator.languages))
  createRoot(root).render(
    <SaidContext value={said}>
      <LeaderPage code={code} />
    </SaidContext>,
  )
  // What is loaded late has come by then, and is kept with the rest.
  await Promise.all([import('./HandOver.tsx'), import('qr/decode.js')])
  await keepPage()
}

const root = document.getElementById('root')
if (root !== null) void start(root).catch(() => undefined)
