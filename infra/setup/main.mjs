// @ts-check
// What every npm script calls: does the set-up that the verb needs, then hands over to the program itself.
// Runs on Node 20 and before node_modules exists, so it imports nothing but its own folder.
import { ROOT } from './tools/places.mjs'
import { SetupError } from './tools/run.mjs'
import { ensure } from './steps/step.mjs'
import { VERBS } from './verbs.mjs'

const [name = '', ...args] = process.argv.slice(2)
const verb = VERBS[name]
if (verb === undefined) {
  console.error(`usage: npm run <${Object.keys(VERBS).join(' | ')}>`)
  process.exit(64)
}

try {
  process.chdir(ROOT)
  for (const step of verb.needs) await ensure(step)
  process.exitCode = await verb.run(args)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(`\n${error.message}`)
  if (error.command) console.error(`\nTo go on:\n  ${error.command}`)
  process.exitCode = 1
}
