// Starts the studio in the page.
import './noEval.ts'
import '@lantern/shared/ui/tokens.css'
import '@lantern/shared/ui/product-picture.css'
import './styles/base.css'
import './styles/pages.css'
import './styles/desk.css'
import './styles/head.css'
import './styles/panels.css'
import './styles/notices.css'
import './styles/side.css'
import './styles/narrow.css'
import { listFeatures } from '@lantern/shared/ui/features.ts'
import { createRoot } from 'react-dom/client'
import { api } from './api.ts'
import { App } from './App.tsx'
import * as features from './features.ts'
import { createReporter } from './problems/reporter.ts'
import { applyTheme, storedTheme } from './theme.ts'
import { createStudio } from './useParts.ts'
import { createWords } from './words.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
applyTheme(storedTheme())
const reporter = createReporter(api.reportProblem, () => location.pathname)
addEventListener('error', ({ error }) => reporter.report({ panel: 'page', error }))
addEventListener('unhandledrejection', ({ reason }) => reporter.report({ panel: 'page', error: reason }))
createRoot(root).render(<App studio={createStudio(listFeatures(features))} words={createWords()} reporter={reporter} />)
