// A draw on the shopper's page: what its card says of itself, and what it holds.
import type { Draw } from '@lantern/shared/features/draw/contract.ts'
import { Gift } from 'lucide-react'
import { playOf } from '../../plays/play.tsx'
import './draw.css'
import { DrawBody } from './DrawBody.tsx'
import { endedOf, foldedOf, noteOf, outcomeOf } from './note.ts'

export const DRAW = playOf<Draw>({
  Icon: Gift,
  name: 'draw.name',
  listIn: ({ draws }) => draws,
  title: ({ one }) => one.title,
  note: noteOf,
  folded: foldedOf,
  opened: ({ one, words }) => words.t('draw.sayOpen', { prize: one.title }),
  outcome: outcomeOf,
  ended: endedOf,
  Body: DrawBody,
  titled: 'body',
})
