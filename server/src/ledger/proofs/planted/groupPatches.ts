// Mistakes in what the people of a group pay.
import type { Patch } from './patch.ts'

export const GROUPS: readonly Patch[] = [
  {
    name: 'a group’s list that changes moves what is held',
    file: 'ledger/books/groups.ts',
    find: 'if (draft.before !== null || !policy.carriesPrice) return {}',
    put: 'if (!policy.carriesPrice) return {}',
    probe: 'rules',
  },
  {
    name: 'a voided link still brings its buyers to the group',
    file: 'sharing/readGrouped.ts',
    find: ".where('links.voided_at', 'is', null)",
    put: '',
    probe: 'rules',
  },
]
