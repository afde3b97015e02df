// What lists of testers say of themselves on the desk.
import { COMMANDS, type StaffTesters } from '@lantern/shared/features/testers/contract.ts'
import { ClipboardCheck } from 'lucide-react'
import { makerOf } from '../../plays/maker.ts'
import { playOf, type Shown } from '../../plays/play.tsx'
import { TestersForm } from './TestersForm.tsx'
import { TestersList } from './TestersList.tsx'
import { ListActs } from './ListActs.tsx'

export const TESTERS = playOf<StaffTesters>({
  kind: 'testers',
  Icon: ClipboardCheck,
  listIn: ({ testers }) => testers,
  title: ({ one }) => one.title,
  sum: sumOf,
  over: sumOf,
  closeQuestion: ({ one, say }) =>
    say('testers.closeQuestion', { left: (one.places ?? 0) - one.entries, places: one.places ?? 0 }),
  cancelQuestion: ({ one, say }) => say('testers.cancelQuestion', { count: one.entries }),
  Body: TestersList,
  Acts: ListActs,
  Form: TestersForm,
  make: makerOf('testers:make', COMMANDS['testers:make'].input),
})

function sumOf({ one, say }: Shown<StaffTesters>): string {
  const reached = one.list.filter(({ contact }) => contact !== null).length
  return say('testers.sum', { taken: one.entries, places: one.places ?? 0, reached })
}
