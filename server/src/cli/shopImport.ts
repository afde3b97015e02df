// npm run shop:import [-- --csv <file> <currency>] [-- --apply]
import { runAsProgram } from './command.ts'
import { runShopImport } from './runShopImport.ts'

await runAsProgram(runShopImport)
