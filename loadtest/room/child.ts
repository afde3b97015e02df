// A process of the bench: asked one thing at a time, answers by a message of its own kind.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Child<Question, Answer extends { readonly type: string }> {
  /** Throws when it ends instead, or answers something else. */
  ask<Type extends Answer['type']>(question: Question, type: Type): Promise<Extract<Answer, { type: Type }>>
  end(): void
}

export function startChild<Question extends object, Answer extends { readonly type: string }>(
  program: string,
): Child<Question, Answer> {
  const child = fork(fileURLToPath(new URL(program, import.meta.url)))
  const endWithUs = () => void child.kill('SIGKILL')
  process.once('exit', endWithUs)
  const isOf = <Type extends Answer['type']>(answer: Answer, type: Type): answer is Extract<Answer, { type: Type }> =>
    answer.type === type
  return {
    ask: (question, type) =>
      new Promise((resolve, reject) => {
        const gone = () => reject(new Error(`${program} ended`))
        child.once('exit', gone)
        child.once('message', (answer: Answer) => {
          child.off('exit', gone)
          if (isOf(answer, type)) resolve(answer)
          else reject(new Error(`${program} said ${answer.type} instead of ${type}`))
        })
        child.send(question)
      }),
    end: () => {
      process.off('exit', endWithUs)
      child.kill('SIGKILL')
    },
  }
}

/** The other end: what a program does with each question. Ends when whoever started it does. */
export function answerEach<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  process.on('message', (question: Question) => {
    answer(question).then(
      (said) => process.send?.(said as object),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  })
  process.on('disconnect', () => process.exit(0))
}
