// Starts the page of whoever leads a group: its address, its words, and itself kept on the phone.
import { pickLocale } from '@lantern/shared/ui/i18n.ts'
import { createRoot } from 'react-dom/client'
import '../bound/bound.css'
import './leader.css'
import './orders.css'
import './handOver.css'
import { keepPage } from '../bound/offline.ts'
import { followTheme } from '../bound/theme.ts'
import { BoundContext } from '../bound/words.ts'
import { LeaderPage } from './LeaderPage.tsx'
import { loadWords, SaidContext } from './words.ts'

const [, code = ''] = /\/g\/([^/]+)\/?$/.exec(location.pathname) ?? []

async function start(root: HTMLElement) {
  followTheme()
  const said = await loadWords(pickLocale(new URLSearchParams(location.search).get('lang'), navigator.languages))
  createRoot(root).render(
    <BoundContext value={said}>
      <SaidContext value={said}>
        <LeaderPage code={code} />
      </SaidContext>
    </BoundContext>,
  )
  // What is loaded late has come by then, and is kept with the rest.
  await Promise.all([import('./HandOver.tsx'), import('qr/decode.js')])
  await keepPage({ path: '/g/', kept: 'lantern-leader' })
}

const root = document.getElementById('root')
if (root !== null) void start(root).catch(() => undefined)
