// Chosen testers on the shopper's page: their words and their places, in the frame of all plays.
import type { Testers } from '@lantern/shared/features/testers/contract.ts'
import { ClipboardCheck } from 'lucide-react'
import { playOf } from '../../plays/play.tsx'
import { leftOf, placesOf } from './say.ts'
import { TestersBody } from './TestersBody.tsx'
import './testers.css'

export const TESTERS = playOf<Testers>({
  Icon: ClipboardCheck,
  name: 'testers.name',
  listIn: ({ testers }) => testers,
  title: ({ one }) => one.title,
  note: ({ one, words }) => (one.state === 'announced' ? placesOf(one, words) : leftOf(one, words)),
  folded: ({ one, words, entry }) => (entry === null ? leftOf(one, words) : words.t('testers.yourPlace')),
  outcome: ({ one, words }) => leftOf(one, words),
  Body: TestersBody,
  gives: true,
})
