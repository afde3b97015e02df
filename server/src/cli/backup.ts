// npm run backup [-- <file>] and npm run restore -- <file> [--replace]
import { runAsProgram } from './command.ts'
import { runBackup } from './runBackup.ts'

await runAsProgram(runBackup)
