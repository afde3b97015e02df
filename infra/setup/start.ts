// `npm start`: the server in demo mode and the demo shop beside it, until a signal ends both.
import { createChildren } from './children.ts'
import { planDemoOrEnd } from './demo.ts'
import { SERVER_PROGRAM } from './tools/places.mjs'
import { findShowPath, welcome } from './welcome.ts'

const demo = planDemoOrEnd(process.env)
const children = createChildren()

async function announce(): Promise<void> {
  await children.untilHealthy(`http://127.0.0.1:${demo.port}/readyz`)
  const showPath = await findShowPath(demo).catch(() => '/')
  const here = `http://localhost:${demo.port}`
  const rows: [string, string][] = [
    ['Viewers', `${here}${showPath}`],
    ['Studio', `${here}/studio/`],
  ]
  console.log(await welcome(demo, rows, showPath))
}

children.start({ name: 'The demo shop', args: ['infra/demo-shop/main.ts'], env: demo.shop, silent: true })
// Both at once: a first start's seeding waits for the shop by itself.
children.start({ name: 'The server', args: [SERVER_PROGRAM], env: demo.server })
const code = await Promise.race([announce().then(() => children.ended), children.ended])
process.exit(code)
