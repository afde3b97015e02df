// Group commit of small writes: while one group is being written the next fills; each caller is answered after its own commit.
export interface Group<Item, Answer> {
  /** Rejects when its group could not be written. */
  add(item: Item): Promise<Answer>
}

interface Entry<Item, Answer> {
  readonly item: Item
  resolve(answer: Answer): void
  reject(error: unknown): void
}

/** `write` answers for each item, in their order. */
export function createGroup<Item, Answer>(
  most: number,
  write: (items: readonly Item[]) => Promise<readonly Answer[]>,
): Group<Item, Answer> {
  let entries: Entry<Item, Answer>[] = []
  let isWriting = false

  async function run(): Promise<void> {
    // One turn later, so that everything added in this one is written together.
    await Promise.resolve()
    while (entries.length > 0) {
      const group = entries.slice(0, most)
      entries = entries.slice(most)
      await commit(group)
    }
    isWriting = false
  }

  async function commit(group: readonly Entry<Item, Answer>[]): Promise<void> {
    try {
      const answers = await write(group.map((entry) => entry.item))
      group.forEach((entry, nth) => answerOne(entry, answers[nth]))
    } catch (error) {
      for (const entry of group) entry.reject(error)
    }
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        entries.push({ item, resolve, reject })
        if (isWriting) return
        isWriting = true
        void run()
      }),
  }
}

function answerOne<Item, Answer>(entry: Entry<Item, Answer>, answer: Answer | undefined): void {
  if (answer === undefined) entry.reject(new Error('an item of the group has no answer'))
  else entry.resolve(answer)
}
