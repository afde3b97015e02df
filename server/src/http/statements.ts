// Sends a statement as a file that browsers save.
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { Response } from 'express'
import { sendRefusal } from './refusals.ts'

/** Named by its month alone, since a sharer's name may be any text. */
export function sendStatement(res: Response, file: Outcome<string>, month: string): void {
  if (!file.ok) return sendRefusal(res, file)
  res
    .set('Content-Disposition', `attachment; filename="statement-${month}.csv"`)
    .type('text/csv; charset=utf-8')
    .send(file.value)
}
