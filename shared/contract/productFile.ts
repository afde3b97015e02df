// Products by a CSV file: how large it may be, and what is said about one that is wrong.
import * as z from 'zod'
import { Currency } from './ids.ts'

/** Bytes; fifty thousand rows, each with half a kilobyte of description. */
export const MOST_FILE_BYTES = 32_000_000

export const FileProblem = z.object({
  /** In the file, from 1. */
  line: z.number().int().positive(),
  /** The column's name in the file; null: the line as a whole. */
  column: z.string().nullable(),
  /** `garbled`: in no form of Unicode. `malformed`: quotes or columns do not fit, `got` says how. */
  why: z.enum(['garbled', 'malformed', 'noProduct', 'noColumn', 'empty', 'notAmount', 'notWhole', 'tooLarge']),
  /** What stands there instead, cut short; null: nothing. */
  got: z.string().nullable(),
})
export type FileProblem = z.infer<typeof FileProblem>

/** Detail of FILE_REFUSED: the first problems, and how many more there are. */
export const FileProblems = z.object({ problems: z.array(FileProblem), more: z.number().int().nonnegative() })
export type FileProblems = z.infer<typeof FileProblems>

/** Query of POST /api/shop/csv/preview and /api/shop/csv/import (owner), body text/csv -> ImportReport, or FILE_REFUSED. */
export const ProductFileQuery = z.object({ currency: Currency })
