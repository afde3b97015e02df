// A command is a function of what it is given: a program of three lines runs it as npm does, most of its tests in their own process.
import { OWNER_UMASK } from '../app/ownFolder.ts'
import { type Environment, processEnvironment } from '../settings/config.ts'

export interface CommandLine {
  readonly args: readonly string[]
  readonly env: Environment
  /** One line, or several of them. */
  readonly print: (line: string) => void
  /** As well, beside what is printed: for commands whose output is a file. */
  readonly warn: (line: string) => void
}

/** Answers the exit code. */
export type Command = (line: CommandLine) => Promise<number>

export async function runAsProgram(command: Command): Promise<void> {
  process.umask(OWNER_UMASK)
  const print = (line: string) => void process.stdout.write(`${line}\n`)
  const warn = (line: string) => void process.stderr.write(`${line}\n`)
  process.exitCode = await command({ args: process.argv.slice(2), env: processEnvironment(), print, warn })
}
