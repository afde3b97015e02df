// A draw on the desk: what its row says, and what staff can do with it.
import { COMMANDS, type StaffDraw } from '@lantern/shared/features/draw/contract.ts'
import { claimHours, stageOf } from '@lantern/shared/features/draw/look.ts'
import { Gift } from 'lucide-react'
import { makerOf } from '../../plays/maker.ts'
import { playOf } from '../../plays/play.tsx'
import './draw.css'
import { DrawForm } from './DrawForm.tsx'
import { DrawRow } from './DrawRow.tsx'

export const DRAW = playOf<StaffDraw>({
  kind: 'draw',
  Icon: Gift,
  listIn: ({ draws }) => draws,
  title: ({ one }) => one.title,
  sum: ({ one, say }) => {
    const stage = stageOf(one)
    if (one.state === 'draft') return say('draw.sumDraft', { count: one.winners, hours: claimHours(one) })
    if (stage === 'soon' || stage === 'open') return say('draw.sum', { count: one.entries, winners: one.winners })
    return say('draw.sumDrawn', { count: one.entries })
  },
  over: ({ one, say }) => say('draw.over', { count: one.entries }),
  closeQuestion: ({ one, say }) => say('draw.closeQuestion', { count: one.entries }),
  cancelQuestion: ({ one, say }) => say('draw.cancelQuestion', { count: one.entries }),
  Body: DrawRow,
  make: makerOf('draw:make', COMMANDS['draw:make'].input),
  Form: DrawForm,
})
