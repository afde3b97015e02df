// The proofs that a certificate authority is about to ask for, in memory.
export interface Challenges {
  put(token: string, answer: string): void
  remove(token: string): void
  /** Null: nobody waits for this one. */
  answerTo(token: string): string | null
}

export function createChallenges(): Challenges {
  const answers = new Map<string, string>()
  return {
    put: (token, answer) => void answers.set(token, answer),
    remove: (token) => void answers.delete(token),
    answerTo: (token) => answers.get(token) ?? null,
  }
}
