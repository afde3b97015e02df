// What axe finds on a page: the serious and the critical, each with where it is.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { standStill } from './standStill.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export async function findings(page: Page): Promise<string[]> {
  // What is still sliding in is half transparent: its contrast is nobody's.
  await standStill(page)
  // In the page itself: without frames from elsewhere another tab would find nothing more, and take three times as long.
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`))
}
