// What the counts of a poll come to: shares of those who voted, who leads, and who has won.

/** Percent of the people who voted, whole: of several choices together they may be more than a hundred. */
export function shareOf(votes: number, people: number): number {
  return people === 0 ? 0 : Math.round((100 * votes) / people)
}

/** The places with the most votes, in their order; none where nobody has voted. */
export function leadersOf(votes: readonly number[]): number[] {
  const most = Math.max(0, ...votes)
  return most === 0 ? [] : votes.flatMap((count, place) => (count === most ? [place] : []))
}

/** A key of the engine's counts is an answer's place. */
export function votesOf(answers: readonly unknown[], tallies: Readonly<Record<string, number>>): number[] {
  return answers.map((_, place) => tallies[place] ?? 0)
}
