// npm run commission:check [<sqlite file> | <postgres address>]; without either, the database that the server's settings name.
import { runAsProgram } from './command.ts'
import { runCommissionCheck } from './runCommissionCheck.ts'

await runAsProgram(runCommissionCheck)
