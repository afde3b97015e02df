// media:reportFirstFrame: how long a viewer waited for the picture, and for which part of the way.
import { grant } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'

export const reportFirstFrame: Command<'media:reportFirstFrame'> = async ({ metrics }, _context, report) => {
  metrics.observeFirstFrame('join', report.joinMs / 1000)
  metrics.observeFirstFrame('subscribe', report.subscribeMs / 1000)
  metrics.observeFirstFrame('connect', report.connectMs / 1000)
  metrics.observeFirstFrame('first_frame', report.firstFrameMs / 1000)
  return grant({})
}
