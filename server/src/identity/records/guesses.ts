// Jobs on guessed passwords: counted for an account, over all processes.
import { NO_GUESSES, takeGuess as decide } from '../../domain/guessing.ts'
import type { Job } from '../../database/database.ts'

/** Answers the ms to wait; 0: taken, and counted as wrong until it is forgotten. */
export const takeGuess: Job<{ account: string }, number> = {
  name: 'store.takeGuess',
  kind: 'write',
  async work(db, { account }, context) {
    const start = { account, wrong: NO_GUESSES.wrong, last_at: NO_GUESSES.lastAt, not_before: NO_GUESSES.notBefore }
    await db
      .insertInto('guesses')
      .values(start)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const query = db.selectFrom('guesses').selectAll().where('account', '=', account)
    const row = await context.words.lockRows(query).executeTakeFirstOrThrow()
    const before = { wrong: row.wrong, lastAt: row.last_at, notBefore: row.not_before }
    const next = decide(before, await context.now())
    if (!('guesses' in next)) return next.waitMs
    const { wrong, lastAt, notBefore } = next.guesses
    const after = { wrong, last_at: lastAt, not_before: notBefore }
    await db.updateTable('guesses').set(after).where('account', '=', account).execute()
    return 0
  },
}

export const forgetGuesses: Job<{ account: string }, void> = {
  name: 'store.forgetGuesses',
  kind: 'write',
  async work(db, { account }) {
    await db.deleteFrom('guesses').where('account', '=', account).execute()
  },
}
