// npm run shop:check
import { runAsProgram } from './command.ts'
import { runShopCheck } from './runShopCheck.ts'

await runAsProgram(runShopCheck)
