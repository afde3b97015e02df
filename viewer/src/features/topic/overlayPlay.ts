// Topics in the overlay: the question and what was picked, in the frame of all plays.
import type { Topic } from '@lantern/shared/features/topic/contract.ts'
import { MessageCircleQuestion } from 'lucide-react'
import { overlayPlayOf } from '../../plays/overlayPlay.tsx'
import { OverlayTopic } from './OverlayTopic.tsx'
import { answersOf } from './say.ts'

export const TOPIC = overlayPlayOf<Topic>({
  Icon: MessageCircleQuestion,
  name: 'topic.name',
  listIn: ({ topics }) => topics,
  title: ({ one }) => one.question,
  note: (shown) => (shown.one.entries === 0 ? shown.words.t('topic.onPhone') : answersOf(shown)),
  Body: OverlayTopic,
})
