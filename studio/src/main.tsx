// Starts the studio in the page.
import './noEval.ts'
import '@lantern/shared/ui/tokens.css'
import './styles/base.css'
import './styles/pages.css'
import './styles/shop.css'
import './styles/webhooks.css'
import './styles/desk.css'
import './styles/stage.css'
import './styles/preflight.css'
import './styles/panels.css'
import './styles/offers.css'
import './styles/overlay.css'
import './styles/side.css'
import './styles/talk.css'
import './styles/buying.css'
import './styles/narrow.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { applyTheme, storedTheme } from './theme.ts'
import { createWords } from './words.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
applyTheme(storedTheme())
createRoot(root).render(<App words={createWords()} />)
