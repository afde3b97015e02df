// npm run setup
import { processEnvironment } from '../settings/config.ts'
import { runSetUp } from './runSetUp.ts'

const print = (text: string) => void process.stdout.write(text)
process.exitCode = await runSetUp({ env: processEnvironment(), input: process.stdin, print })
