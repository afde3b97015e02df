// npm run staff [-- reset <name>]
import { runAsProgram } from './command.ts'
import { runStaff } from './runStaff.ts'

await runAsProgram(runStaff)
