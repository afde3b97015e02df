// npm run show [-- <show> [<change>]]
import { runAsProgram } from '../command.ts'
import { runShow } from './runShow.ts'

await runAsProgram(runShow)
