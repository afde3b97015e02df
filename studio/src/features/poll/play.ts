// What polls say of themselves on the desk.
import { isOver } from '@lantern/shared/activities/states.ts'
import { COMMANDS, type Poll } from '@lantern/shared/features/poll/contract.ts'
import { type AnswerLook, lookAt } from '@lantern/shared/features/poll/look.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { ChartBarBig } from 'lucide-react'
import { makerOf } from '../../plays/maker.ts'
import { playOf, type Shown } from '../../plays/play.tsx'
import './poll.css'
import { PollBars } from './PollBars.tsx'
import { PollForm } from './PollForm.tsx'

export const POLL = playOf<Poll>({
  kind: 'poll',
  Icon: ChartBarBig,
  listIn: ({ polls }) => polls,
  title: ({ one }) => one.question,
  sum: sumOf,
  over: (shown) => namesOfLeaders(shown) || shown.say('poll.voted', { count: shown.one.entries }),
  closeQuestion: ({ one, say }) => say('poll.closeQuestion', { count: one.entries }),
  cancelQuestion: ({ one, say }) => say('poll.cancelQuestion', { count: one.entries }),
  Body: PollBars,
  Form: PollForm,
  make: makerOf('poll:make', COMMANDS['poll:make'].input),
})

function leadersOf({ one, room }: Shown<Poll>): readonly AnswerLook[] {
  return lookAt(one, room.products).answers.filter(({ leads }) => leads)
}

function namesOfLeaders(shown: Shown<Poll>): string {
  const { locale } = shown
  return new Intl.ListFormat(locale).format(leadersOf(shown).map(({ title }) => pickText(title, locale)))
}

function sumOf(shown: Shown<Poll>): string {
  const { one, say } = shown
  if (one.state === 'draft') return say('poll.answersIn', { count: one.answers.length })
  const voted = say('poll.voted', { count: one.entries })
  if (!isOver(one.state)) return one.hidden ? `${voted} · ${say('poll.onlyYou')}` : voted
  return [outcomeOf(shown), ...(one.result?.pinned ? [say('poll.isPinned')] : []), voted].join(' ')
}

function outcomeOf(shown: Shown<Poll>): string {
  const many = leadersOf(shown).length
  if (many === 0) return shown.say('poll.nobody')
  return shown.say(many === 1 ? 'poll.won' : 'poll.even', { what: namesOfLeaders(shown) })
}
