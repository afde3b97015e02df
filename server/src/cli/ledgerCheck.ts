// npm run ledger:check [<sqlite file> | <postgres address>]; without either, the database that the server's settings name.
import { runAsProgram } from './command.ts'
import { runLedgerCheck } from './runLedgerCheck.ts'

await runAsProgram(runLedgerCheck)
