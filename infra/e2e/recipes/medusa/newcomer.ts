// Someone who has nothing but the address of the repository: clones it and runs what README says, each command counted.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ROOT } from '../../../setup/tools/places.mjs'

/** A question of `npm run setup`, by words that are in it, and its answer; what is not here is answered with Enter. */
export type Answers = Readonly<Record<string, string>>

export interface Newcomer {
  /** What it printed; rejects where it ends with another code than 0. */
  run(command: string, answers?: Answers): Promise<string>
  /** A command that stays, resolved once it has printed this. */
  stay(command: string, until: RegExp): Promise<{ readonly found: string; stop(): Promise<void> }>
  commands(): number
}

export interface Place {
  readonly folder: string
  /** What this machine needs and a newcomer's would not: ports beside those of other servers. */
  readonly env: Record<string, string>
}

function answerTo(question: string, answers: Answers): string {
  return Object.entries(answers).find(([words]) => question.includes(words))?.[1] ?? ''
}

export function createNewcomer({ folder, env }: Place): Newcomer {
  let commands = 0
  const begin = (command: string, cwd: string) => {
    commands += 1
    console.log(`$ ${command}`)
    const child = spawn('sh', ['-c', `exec ${command}`], { cwd, env: { ...process.env, ...env }, detached: true })
    child.stderr.pipe(process.stderr)
    return child
  }

  return {
    commands: () => commands,
    async run(command, answers = {}) {
      const child = begin(command, command.startsWith('git ') ? ROOT : folder)
      let said = ''
      let answered = 0
      const given = { typed: 0, entered: 0 }
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (!said.endsWith(': ') || said.length === answered) return
        const answer = answerTo(said.slice(answered), answers)
        given[answer === '' ? 'entered' : 'typed'] += 1
        child.stdin.write(`${answer}\n`)
        answered = said.length
      })
      const [code]: unknown[] = await once(child, 'close')
      if (code !== 0) throw new Error(`${command} ended with ${String(code)}:\n${said}`)
      if (answered > 0) console.log(`  answered: ${given.typed} typed, ${given.entered} by Enter`)
      return said
    },
    async stay(command, until) {
      const child = begin(command, folder)
      const gone = once(child, 'close')
      let said = ''
      const found = await new Promise<string>((resolve, reject) => {
        child.stdout.on('data', (chunk: Buffer) => {
          said += chunk.toString()
          const match = until.exec(said)
          if (match !== null) resolve(match[0])
        })
        child.once('close', () => reject(new Error(`${command} ended:\n${said}`)))
      })
      const stop = async () => {
        if (child.exitCode === null) child.kill('SIGTERM')
        await gone
      }
      return { found, stop }
    },
  }
}

export const cloneCommand = (folder: string) => `git clone --quiet ${ROOT} ${folder}`
export const settingsIn = (folder: string) => join(folder, '.env')
