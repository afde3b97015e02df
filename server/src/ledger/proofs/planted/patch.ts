// A mistake that somebody could make in the ledger, as a change of its source.
export interface Patch {
  readonly name: string
  /** Below server/src. */
  readonly file: string
  /** There exactly once. */
  readonly find: string
  readonly put: string
  /** What notices it: the reference ledger and scenes played against it, the reference ledger alone, or killed storms. */
  readonly probe: 'rules' | 'model' | 'crash'
}
