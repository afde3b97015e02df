// Pictures are drawn one at a time and once each, and whoever asks for too many at once is told to come again.
import { expect, test } from 'vitest'
import { createDrawnOnce } from './drawnOnce.ts'

const picture = (name: string) => () => Promise.resolve(Buffer.from(name))

test('who asks for the same is given the same, drawn once', async () => {
  const drawnOnce = createDrawnOnce()
  let drawn = 0
  const draw = () => Promise.resolve(Buffer.from(String((drawn += 1))))

  const all = await Promise.all([drawnOnce('a', draw), drawnOnce('a', draw), drawnOnce('b', draw)])

  expect(all.map(String)).toEqual(['1', '1', '2'])
})

test('never two at a time', async () => {
  const drawnOnce = createDrawnOnce()
  let atOnce = 0
  const most: number[] = []
  const draw = async () => {
    atOnce += 1
    await Promise.resolve()
    most.push(atOnce)
    atOnce -= 1
    return Buffer.alloc(1)
  }
  await Promise.all(['a', 'b', 'c'].map((key) => drawnOnce(key, draw)))

  expect(most).toEqual([1, 1, 1])
})

test('a flood is refused as busy, what waits is drawn, and later there is room again', async () => {
  const drawnOnce = createDrawnOnce()
  const asked = Array.from({ length: 200 }, (_, nth) => drawnOnce(`${nth}`, picture(`${nth}`)))

  const outcomes = await Promise.allSettled(asked)
  const refused = outcomes.filter(({ status }) => status === 'rejected')

  expect(refused.length).toBeGreaterThan(100)
  expect(refused[0]).toMatchObject({ reason: { code: 'DRAWINGS_BUSY' } })
  expect(String(await asked[0])).toBe('0')
  expect(String(await drawnOnce('later', picture('later')))).toBe('later')
})

test('what failed, or asks for it, is drawn anew next time', async () => {
  const drawnOnce = createDrawnOnce()
  await expect(drawnOnce('a', () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk')
  expect(String(await drawnOnce('a', picture('first')))).toBe('first')

  await drawnOnce('b', (forget) => {
    forget()
    return Promise.resolve(Buffer.from('stand-in'))
  })
  expect(String(await drawnOnce('b', picture('real')))).toBe('real')
})
