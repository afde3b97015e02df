// What is open is closed in the opposite order, each once, whatever one of them does.
import { expect, test } from 'vitest'
import { createOpenList } from './openList.ts'

function openThree(middle: () => unknown = () => undefined) {
  const closed: string[] = []
  const open = createOpenList()
  open.add({ close: () => void closed.push('first') })
  open.add({
    close: async () => {
      await middle()
      closed.push('second')
    },
  })
  open.add({ close: () => void closed.push('third') })
  return { open, closed }
}

test('the last one is closed first, and the next when it has been closed', async () => {
  const { open, closed } = openThree(() => Promise.resolve())

  await open.close()

  expect(closed).toEqual(['third', 'second', 'first'])
})

test('each is closed once, however often it is asked and by whom', async () => {
  const { open, closed } = openThree()

  await Promise.all([open.close(), open.close()])
  await open.close()

  expect(closed).toHaveLength(3)
})

test('what cannot be closed keeps nothing else open, and is told', async () => {
  const { open, closed } = openThree(() => {
    throw new Error('it hangs')
  })

  await expect(open.close()).rejects.toThrow('it hangs')

  expect(closed).toEqual(['third', 'first'])
})

test('it answers with what it is given', () => {
  const one = { close: () => undefined, name: 'one' }

  expect(createOpenList().add(one)).toBe(one)
})
