// Comes before every schema (vite.config.ts keeps it beside zod): zod would try whether it may compile code, which our content policy forbids and reports.
import * as z from 'zod'

z.config({ jitless: true })
