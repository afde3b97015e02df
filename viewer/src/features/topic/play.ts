// Topics on the shopper's page: their words and their answers, in the frame of all plays.
import type { Topic } from '@lantern/shared/features/topic/contract.ts'
import { MessageCircleQuestion } from 'lucide-react'
import { playOf } from '../../plays/play.tsx'
import { answersOf } from './say.ts'
import { TopicBody } from './TopicBody.tsx'
import './topic.css'

export const TOPIC = playOf<Topic>({
  Icon: MessageCircleQuestion,
  name: 'topic.name',
  listIn: ({ topics }) => topics,
  title: ({ one }) => one.question,
  note: answersOf,
  folded: ({ one }) => one.question,
  opened: ({ one, words }) => words.t('topic.sayOpen', { question: one.question }),
  outcome: answersOf,
  Body: TopicBody,
})
