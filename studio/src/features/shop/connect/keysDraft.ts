// What the owner has typed of a shop's keys and not saved yet, kind by kind: a pure record.
import type { ConnectionFieldName, SetKeys, ShopKindName } from '@lantern/shared/contract/connections.ts'
import type { FieldView } from './view.ts'

/** A field that is not in it is as it was saved. */
export type KeysDraft = Readonly<Partial<Record<ConnectionFieldName, string>>>
/** Another kind that is looked at meanwhile does not lose what stands in this one. */
export type KeysDrafts = Readonly<Partial<Record<ShopKindName, KeysDraft>>>

export type KeyChanges = SetKeys['fields']

/** Pasted keys often bring a line end along. */
export const cleaned = (typed: string): string => typed.replace(/\s*[\r\n]+\s*/g, '').trimStart()

/** What was saved is no draft; a secret is never known, so that every one that is typed is another one. */
export function withTyped(draft: KeysDraft, field: FieldView, typed: string): KeysDraft {
  const text = cleaned(typed)
  const isAsSaved = !field.isSecret && text === field.value
  return isAsSaved ? withoutTyped(draft, field.name) : { ...draft, [field.name]: text }
}

/** What is kept stays. */
export function withoutTyped(draft: KeysDraft, name: ConnectionFieldName): KeysDraft {
  const { [name]: _, ...others } = draft
  return others
}

/** What is sent: only what differs. An emptied field is taken away; a needed secret that was to be replaced by nothing stays. */
export function changesOf(fields: readonly FieldView[], draft: KeysDraft): KeyChanges {
  const changed = fields.flatMap(({ name, isSecret, isSet, isNeeded, setBy }): [string, string | null][] => {
    const typed = draft[name]?.trim()
    if (typed === undefined || setBy !== null) return []
    if (typed !== '') return [[name, typed]]
    return (isSecret && isNeeded) || !isSet ? [] : [[name, null]]
  })
  return Object.fromEntries(changed)
}

/** Without these the shop cannot be tried. */
export function missingOf(fields: readonly FieldView[], draft: KeysDraft): readonly FieldView[] {
  return fields.filter(({ name, isNeeded, setBy, isSecret, isSet }) => {
    if (!isNeeded || setBy !== null) return false
    const typed = draft[name]?.trim()
    return typed === undefined || (isSecret && typed === '') ? !isSet : typed === ''
  })
}
