// npm run shop:rekey
import { runAsProgram } from './command.ts'
import { runShopRekey } from './runShopRekey.ts'

await runAsProgram(runShopRekey)
