// Which of the shop's changes are ticked: a pure record of keys.

export type Chosen = ReadonlySet<string>

export function toggled(chosen: Chosen, key: string): Chosen {
  const next = new Set(chosen)
  if (!next.delete(key)) next.add(key)
  return next
}

/** What has been taken in another tab meanwhile is not sent again. */
export const stillThere = (chosen: Chosen, keys: readonly string[]): readonly string[] =>
  keys.filter((key) => chosen.has(key))
