// What a refusal's `detail` says, where it says more than a word.
import type * as z from 'zod'
import { FileProblems } from './productFile.ts'
import type { RefusalCode } from './refusals.ts'

export const REFUSAL_DETAILS = { FILE_REFUSED: FileProblems } as const satisfies Partial<Record<RefusalCode, z.ZodType>>
