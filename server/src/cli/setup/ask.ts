// Asks the questions on a terminal or from a pipe, one line an answer, each checked as the server would check it.
import type { Readable } from 'node:stream'
import { createInterface } from 'node:readline'
import { SETTINGS } from '../../settings/settings.ts'
import type { Answers, Before, Question } from './question.ts'
import { QUESTIONS } from './questions.ts'

export interface Asking {
  readonly input: Readable
  readonly print: (text: string) => void
  /** Of an earlier run: an empty answer keeps them. */
  readonly before: Before
}

/** The answers came to their end before the questions did. */
export class NoAnswer extends Error {}

function problemOf({ setting }: Question, answer: string): string | null {
  const parsed = SETTINGS.shape[setting].safeParse(answer)
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? 'is not right')
}

interface Lines {
  /** Undefined: there are no more. */
  next(): Promise<string | undefined>
  close(): void
}

function linesOf(input: Readable): Lines {
  const lines = createInterface({ input, terminal: false })
  const iterator = lines[Symbol.asyncIterator]()
  return {
    next: async () => {
      const { done, value } = await iterator.next()
      return done === true ? undefined : value.trim()
    },
    close: () => lines.close(),
  }
}

/** What an empty line means, and how it is shown. */
function usualOf(question: Question, answers: Answers, before: Before) {
  const { setting } = question
  const usual = before[setting] ?? question.fallback(answers, before)
  const isSecret = SETTINGS.shape[setting].meta()?.['secret'] === true
  const shown = isSecret ? 'as it is' : usual
  return { usual, shown: usual === null || usual === '' ? '' : ` [${shown}]` }
}

type Said = { readonly answer: string } | { readonly problem: string }

function take(question: Question, answer: string | null): Said {
  if (answer === '' || answer === question.leftOutBy) return { answer: '' }
  const problem = answer === null ? 'needs an answer' : problemOf(question, answer)
  if (problem === null) return { answer: answer ?? '' }
  return { problem: question.leftOutBy === '' ? problem : `${problem}, or ${question.leftOutBy}` }
}

/** A dash takes back what was there before. */
function meantBy(line: string | undefined, { usual, without }: { usual: string | null; without: string | null }) {
  if (line === undefined || line === '') return usual
  return line === '-' ? without : line
}

async function askOne(question: Question, answers: Answers, { lines, asking }: { lines: Lines; asking: Asking }) {
  const { usual, shown } = usualOf(question, answers, asking.before)
  const without = question.fallback(answers, {})
  for (;;) {
    asking.print(`${question.asks}${shown}: `)
    const line = await lines.next()
    const said = take(question, meantBy(line, { usual, without }))
    if ('answer' in said) return said.answer
    asking.print(`  ${question.setting} ${said.problem}\n`)
    if (line === undefined) throw new NoAnswer(`${question.setting}: ${said.problem}`)
  }
}

/** Throws NoAnswer where a needed answer does not come. */
export async function askAll(asking: Asking): Promise<Answers> {
  const lines = linesOf(asking.input)
  try {
    let answers: Answers = {}
    for (const question of QUESTIONS) {
      const answer = question.isAsked(answers) ? await askOne(question, answers, { lines, asking }) : ''
      answers = answer === '' ? answers : { ...answers, [question.setting]: answer }
    }
    return answers
  } finally {
    lines.close()
  }
}
