// Polls in the overlay: their words and their answers, in the frame of all plays.
import type { Poll } from '@lantern/shared/features/poll/contract.ts'
import { lookAt } from '@lantern/shared/features/poll/look.ts'
import { ChartBarBig } from 'lucide-react'
import { overlayPlayOf } from '../../plays/overlayPlay.tsx'
import { peopleOf } from './note.ts'
import { OverlayAnswers } from './OverlayAnswers.tsx'

const MANY = 4

export const POLL = overlayPlayOf<Poll>({
  Icon: ChartBarBig,
  name: 'poll.name',
  listIn: ({ polls }) => polls,
  title: ({ one }) => one.question,
  note: ({ one, room, words }) =>
    one.entries === 0 ? words.t('poll.voteOnPhone') : peopleOf(lookAt(one, room.products), words),
  Body: OverlayAnswers,
  wide: ({ one }) => one.answers.length > MANY,
})
