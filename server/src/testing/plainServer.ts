// A whole server without a picture as a process of its own, for tests that do something to the process.
import { createApp } from '../app/app.ts'
import { processEnvironment, readConfig } from '../settings/config.ts'
import { createIdleSfu } from './idleSfu.ts'

const outcome = readConfig(processEnvironment())
if (!outcome.ok) throw new Error(outcome.problems.join('\n'))
await createApp(outcome.config, { createSfu: createIdleSfu })
