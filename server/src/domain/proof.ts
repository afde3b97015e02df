// What a feature's check of its own books answers.
export interface Proof {
  /** How many of what were looked at. */
  readonly counted: Readonly<Record<string, number>>
  /** What does not hold, in sentences. */
  readonly wrong: readonly string[]
  /** Facts that its books have not taken yet: of these nothing is said. */
  readonly behind: number
}
