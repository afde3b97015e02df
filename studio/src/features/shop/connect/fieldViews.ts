// The fields of a kind as the page shows them: in words, and without those that nobody has to enter yet.
import {
  CONNECTION_FIELDS,
  type ConnectionField,
  type ConnectionFieldName,
  type FieldOption,
} from '@lantern/shared/contract/connections.ts'
import type { Say } from '../../../words.ts'
import type { FieldView } from './view.ts'

/** The studio makes it when the first key is kept. */
const isMade = (name: ConnectionFieldName): boolean => 'isMade' in CONNECTION_FIELDS[name]
/** It is chosen among what the shop has, once a test has read that. */
const isChosen = (name: ConnectionFieldName): boolean => 'isChosen' in CONNECTION_FIELDS[name]

const hasCome = ({ name, isSet }: ConnectionField): boolean => isSet || !(isMade(name) || isChosen(name))

export function fieldViews(fields: readonly ConnectionField[], say: Say): readonly FieldView[] {
  return fields.filter(hasCome).map(({ name, isSecret, isNeeded, isSet, from, value, tail, options }) => ({
    name,
    label: say(`connect.field.${name}`),
    value: value ?? '',
    isSecret,
    isSet,
    tail: tail ?? '',
    setBy: from === 'environment' ? name : null,
    choices: (options ?? []).map((option) => ({ value: option.value, label: nameOf(option) })),
    isNeeded: isNeeded && !isMade(name) && !isChosen(name),
  }))
}

export const nameOf = ({ label, currency }: FieldOption): string =>
  currency === undefined ? label : `${label}, ${currency}`

/** When one of them was kept last. */
export function keptAt(fields: readonly ConnectionField[]): number | null {
  const times = fields.flatMap(({ at }) => (at === null ? [] : [at]))
  return times.length === 0 ? null : Math.max(...times)
}
