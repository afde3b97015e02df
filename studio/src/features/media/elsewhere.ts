// How it is said that another device sends: by its kind, where it is known.
import type { Show } from '@lantern/shared/contract/things.ts'
import type { WordKey } from '../../words.ts'

export function elsewhereWord({ hostDevice }: Pick<Show, 'hostDevice'>): WordKey {
  return hostDevice === null ? 'host.elsewhere' : `host.elsewhere.${hostDevice}`
}
