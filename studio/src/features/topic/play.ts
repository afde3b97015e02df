// What topics say of themselves on the desk.
import { COMMANDS, type Topic } from '@lantern/shared/features/topic/contract.ts'
import { MessageCircleQuestion } from 'lucide-react'
import { makerOf } from '../../plays/maker.ts'
import { playOf, type Shown } from '../../plays/play.tsx'
import { AnswerList } from './AnswerList.tsx'
import { TopicForm } from './TopicForm.tsx'

export const TOPIC = playOf<Topic>({
  kind: 'topic',
  Icon: MessageCircleQuestion,
  listIn: ({ topics }) => topics,
  title: ({ one }) => one.question,
  sum: sumOf,
  over: sumOf,
  closeQuestion: ({ one, say }) => say('topic.closeQuestion', { count: one.entries }),
  cancelQuestion: ({ one, say }) => say('topic.cancelQuestion', { count: one.entries }),
  Body: AnswerList,
  Form: TopicForm,
  whenever: true,
  make: makerOf('topic:make', COMMANDS['topic:make'].input),
})

function sumOf({ one, say }: Shown<Topic>): string {
  if (one.state === 'draft') return say('topic.onlyPicked')
  const answered = say('topic.answered', { count: one.entries })
  const n = one.picked.length
  return n === 0 ? answered : `${answered} · ${say('topic.pickedOf', { n })}`
}
