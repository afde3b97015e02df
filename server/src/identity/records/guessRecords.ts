// The port to guessed passwords, which are counted for an account over all processes.
export interface GuessRecords {
  /** One transaction: answers the ms to wait, or takes the guess (0) and counts it as wrong until it is forgotten. */
  takeGuess(account: string): Promise<number>
  /** The password was right. Safe to repeat. */
  forgetGuesses(account: string): Promise<void>
}
