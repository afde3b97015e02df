// What is said of a template that cannot be made in a show.
import { ProductId } from '@lantern/shared/contract/ids.ts'
import { type Template, TemplateId } from '@lantern/shared/features/templates/contract.ts'
import { expect, test } from 'vitest'
import type { Say } from '../../words.ts'
import { obstacleOf } from './obstacle.ts'

const [cup, vase] = ['cup', 'vase'].map((id) => ({ id: ProductId.parse(id), title: { en: id } }))
const say: Say = (key, fill = {}) => [key, ...Object.values(fill)].join(' ')
const product = { number: 1, picture: '', variants: [] }

function obstacle(part: Partial<Template>, currency: string, here: NonNullable<typeof cup>[] = []) {
  const life = {
    id: TemplateId.parse('template'),
    name: 'Five off',
    kind: 'coupon',
    basedAt: 0,
    savedAt: 0,
    version: 1,
  }
  const template: Template = { ...life, terms: {}, currency: 'EUR', products: [], ...part }
  return obstacleOf(template, { currency, products: here.map((one) => ({ ...product, ...one })), say, locale: 'en' })
}

test('amounts in another currency are in the way, and a part in a hundred is not', () => {
  expect(obstacle({ terms: { off: { minor: 500 } } }, 'JPY')).toBe('template.otherMoney EUR JPY')
  expect(obstacle({ terms: { off: { minor: 500 } } }, 'EUR')).toBeNull()
  expect(obstacle({ terms: { off: { percent: 5 } } }, 'JPY')).toBeNull()
})

test('products that are not in the show are named', () => {
  if (!cup || !vase) throw new Error('there are two')
  expect(obstacle({ products: [cup, vase] }, 'EUR', [cup])).toBe('template.notHere vase')
  expect(obstacle({ products: [cup, vase] }, 'EUR')).toBe('template.notHere cup and vase')
  expect(obstacle({ products: [cup] }, 'EUR', [cup, vase])).toBeNull()
})
