// The server as it is started: of the few files that were built of its sources (`npm run build -w server`).
import { join } from 'node:path'
import { ROOT } from '../kit/startingPoints.ts'

/** Whatever runs tests has it built first. */
export const SERVER_PROGRAM = join(ROOT, 'server/dist/main.mjs')
