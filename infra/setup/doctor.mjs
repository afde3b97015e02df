// @ts-check
// Says what is there and what is missing, with the command for it. Changes nothing.

/** @param {import('./steps/step.mjs').Step[]} steps */
export async function doctor(steps) {
  const rows = await Promise.all(steps.map(async (step) => ({ title: step.title, ...(await step.check()) })))
  const width = Math.max(...rows.map((row) => row.title.length))
  for (const { ok, title, detail, command } of rows) {
    console.log(`${ok ? 'ok     ' : 'missing'}  ${title.padEnd(width)}  ${detail}`)
    if (!ok && command) console.log(`${' '.repeat(11 + width)}${command}`)
  }
  const missing = rows.filter((row) => !row.ok).length
  console.log(
    missing === 0 ? '\nEverything is there.' : '\nThe npm scripts install what they need; or use the commands above.',
  )
  return 0
}
