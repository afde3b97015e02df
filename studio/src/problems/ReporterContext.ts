// Where the parts of the studio find who tells the server's log.
import { createContext } from 'react'
import type { Reporter } from './reporter.ts'

export const ReporterContext = createContext<Reporter>({ report: () => {} })
