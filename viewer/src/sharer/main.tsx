// Starts the page of whoever shares: its address, its words, and itself kept on the phone.
import { pickLocale } from '@lantern/shared/ui/i18n.ts'
import { createRoot } from 'react-dom/client'
import '../bound/bound.css'
import './sharer.css'
import './links.css'
import { keepPage } from '../bound/offline.ts'
import { followTheme } from '../bound/theme.ts'
import { BoundContext } from '../bound/words.ts'
import { SharerPage } from './SharerPage.tsx'
import { loadWords, SaidContext } from './words.ts'

const [, code = ''] = /\/my\/([^/]+)\/?$/.exec(location.pathname) ?? []

async function start(root: HTMLElement) {
  followTheme()
  const said = await loadWords(pickLocale(new URLSearchParams(location.search).get('lang'), navigator.languages))
  createRoot(root).render(
    <BoundContext value={said}>
      <SaidContext value={said}>
        <SharerPage code={code} />
      </SaidContext>
    </BoundContext>,
  )
  await keepPage({ path: '/my/', kept: 'lantern/my/' })
}

const root = document.getElementById('root')
if (root !== null) void start(root).catch(() => undefined)
