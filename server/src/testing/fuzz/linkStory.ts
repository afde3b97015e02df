// Share links in a show: as many as there may be and one more, one that there is, and one that there never was.
import { MOST_LINKS } from '@lantern/shared/features/links/limits.ts'
import type { CrowdParts } from './crowdStory.ts'

export async function tellOfLinks({ owner, onReply }: Pick<CrowdParts, 'owner' | 'onReply'>): Promise<void> {
  const say = async (name: string, input: unknown) => onReply(name, input, await owner?.send(name, input))
  for (let nth = 0; nth <= MOST_LINKS; nth += 1) await say('link:make', { id: `a-link-${nth}`, name: `Group ${nth}` })
  await say('link:make', { id: 'a-link-of-nobody', name: 'Nobody', groupId: 'no-group-at-all' })
  await say('link:void', { id: 'a-link-1' })
  await say('link:void', { id: 'no-link-at-all' })
  await say('links:count', {})
}
