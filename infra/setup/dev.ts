// `npm run dev`: as `npm start`, with a server that restarts on a change and pages that reload by Vite.
import { join } from 'node:path'
import { createChildren } from './children.ts'
import { planDemoOrEnd } from './demo.ts'
import { BIN, ROOT } from './tools/places.mjs'
import { findShowPath, welcome } from './welcome.ts'

const VIEWER_PORT = '5173'
const STUDIO_PORT = '5174'

const demo = planDemoOrEnd({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL || 'info' })
const children = createChildren()

function startVite(page: string, port: string): void {
  const args = [join(BIN, 'vite'), '--port', port, '--strictPort', '--clearScreen', 'false', '--logLevel', 'warn']
  children.start({ name: `Vite for the ${page}`, args, env: process.env, cwd: join(ROOT, page) })
}

async function announce(): Promise<void> {
  await children.untilHealthy(`http://127.0.0.1:${demo.port}/readyz`)
  const showPath = await findShowPath(demo).catch(() => '/')
  const rows: [string, string][] = [
    ['Viewers', `http://localhost:${VIEWER_PORT}/viewer${showPath}`],
    ['Studio', `http://localhost:${STUDIO_PORT}/studio/`],
    ['Server', `http://localhost:${demo.port}  (restarts on a change)`],
  ]
  console.log(await welcome(demo, rows, showPath))
}

children.start({ name: 'The demo shop', args: ['infra/demo-shop/main.ts'], env: demo.shop })
await Promise.race([children.untilHealthy(`http://127.0.0.1:${demo.shopPort}/`), children.ended])
const watched = ['--watch', '--watch-preserve-output', 'server/src/main.ts']
children.start({ name: 'The server', args: watched, env: demo.server })
startVite('viewer', VIEWER_PORT)
startVite('studio', STUDIO_PORT)
const code = await Promise.race([announce().then(() => children.ended), children.ended])
process.exit(code)
