// A process with some hundred viewers: opens them, keeps them busy when told, and says what each of them sees.
import { setTimeout as pause } from 'node:timers/promises'
import { createMember, type Member } from './member.ts'
import type { FromCrowd, Opening, ToCrowd } from './messages.ts'

const ACT_EVERY_MS = 50
const COMMENTS_SHARE = 0.7
const TOGETHER = 20

const members: Member[] = []
const begun = new Set<Promise<void>>()
let timer: NodeJS.Timeout | undefined

function say(message: FromCrowd): void {
  process.send?.(message)
}

async function fetchCookie(url: string): Promise<string> {
  const page = await fetch(url)
  const [pair] = (page.headers.getSetCookie()[0] ?? '').split(';')
  if (pair === undefined || pair === '') throw new Error(`${url} gave no cookie: ${page.status}`)
  return pair
}

async function open({ urls, cookieUrl, showId, count }: Opening): Promise<void> {
  while (members.length < count) {
    const cookies = await Promise.all(Array.from({ length: TOGETHER }, () => fetchCookie(cookieUrl)))
    for (const cookie of cookies.slice(0, count - members.length)) {
      const url = urls[members.length % urls.length] ?? ''
      members.push(createMember({ url, cookie, showId }))
    }
  }
  while (members.some((member) => !member.isJoined())) await pause(50)
}

function act(): void {
  const member = members[Math.floor(Math.random() * members.length)]
  if (member === undefined) return
  const one = (Math.random() < COMMENTS_SHARE ? member.comment() : member.hold()).finally(() => begun.delete(one))
  begun.add(one)
}

async function stop(): Promise<void> {
  clearInterval(timer)
  await Promise.all(begun)
}

const TASKS: { readonly [Type in ToCrowd['type']]: (message: Extract<ToCrowd, { type: Type }>) => Promise<FromCrowd> } =
  {
    open: async ({ opening }) => {
      await open(opening)
      return { type: 'opened' }
    },
    start: async () => {
      timer = setInterval(act, ACT_EVERY_MS)
      return { type: 'started' }
    },
    stop: async () => {
      await stop()
      return { type: 'stopped' }
    },
    report: async () => ({ type: 'report', members: members.map((member) => member.report()) }),
    close: async () => {
      for (const member of members) member.close()
      return { type: 'closed' }
    },
  }

function run<Type extends ToCrowd['type']>(message: Extract<ToCrowd, { type: Type }>): void {
  const task: (message: Extract<ToCrowd, { type: Type }>) => Promise<FromCrowd> = TASKS[message.type as Type]
  task(message).then(say, (error: unknown) => say({ type: 'failed', why: String(error) }))
}

process.on('message', run)
// The test is gone: nobody is left to say anything to.
process.on('disconnect', () => process.exit(0))
