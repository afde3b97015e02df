// @ts-check
// What a step of the set-up is, and how steps are run: look, install only what is missing, look again.
import { SetupError } from '../tools/run.mjs'
import { startTask } from '../tools/progress.mjs'

/**
 * @typedef {object} Finding
 * @property {boolean} ok
 * @property {string} detail version and place, or what is wrong
 * @property {string} [command] installs what is missing
 */

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {boolean} [optional] its absence is told and does not stop anything
 * @property {() => Promise<Finding>} check fast and without side effects
 * @property {(task: import('../tools/progress.mjs').Task) => Promise<void>} install safe to repeat; throws SetupError with a command
 */

/** @param {Step} step */
export async function ensure(step) {
  const before = await step.check()
  if (before.ok) return
  const task = startTask(step.title)
  try {
    await step.install(task)
    const after = await step.check()
    if (!after.ok) throw new SetupError(after.detail, after.command)
    task.end(after.detail)
  } catch (error) {
    const command = error instanceof SetupError ? (error.command ?? before.command) : before.command
    const reason = error instanceof Error ? error.message : String(error)
    task.end(step.optional ? 'going on without' : 'failed')
    if (!step.optional) throw new SetupError(`${step.title}: ${reason}`, command)
    console.error(`  ${step.title}: ${reason}\n  To install: ${command ?? 'see the README'}`)
  }
}
