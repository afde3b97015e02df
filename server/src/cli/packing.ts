// npm run --silent packing -- <show> [--group <id>] [--point <id>] [--locale en|zh-Hans|zh-Hant] > packing.csv
import { runAsProgram } from './command.ts'
import { runPacking } from './runPacking.ts'

await runAsProgram(runPacking)
