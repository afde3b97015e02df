// Polls on the shopper's page: their words and their answers, in the frame of all plays.
import type { Poll } from '@lantern/shared/features/poll/contract.ts'
import { lookAt } from '@lantern/shared/features/poll/look.ts'
import { ChartBarBig } from 'lucide-react'
import { playOf, type Shown } from '../../plays/play.tsx'
import { Answers } from './Answers.tsx'
import { foldedOf, outcomeOf, peopleOf } from './note.ts'
import './poll.css'

const look = ({ one, room }: Shown<Poll>) => lookAt(one, room.products)

export const POLL = playOf<Poll>({
  Icon: ChartBarBig,
  name: 'poll.name',
  listIn: ({ polls }) => polls,
  title: ({ one }) => one.question,
  note: (shown) => peopleOf(look(shown), shown.words),
  folded: (shown) => foldedOf(look(shown), shown.words),
  opened: ({ one, words }) => words.t('poll.sayOpen', { question: one.question }),
  outcome: (shown) => outcomeOf(look(shown), shown.words),
  Body: Answers,
})
