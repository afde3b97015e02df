// @ts-check
// Adds up what the test runners wrote in their JSON reports. A runner that says nothing, or ran nothing, counts as a failure.

/** @typedef {{ passed: number, failed: number, why?: string }} Result */

/**
 * @param {import('./reports.mjs').VitestReport | undefined} report of vitest; undefined when it wrote none
 * @param {number} code the runner's exit code
 * @returns {Result}
 */
export function vitestResult(report, code) {
  if (report === undefined) return { passed: 0, failed: 1, why: 'vitest wrote no report' }
  // A file that could not even be loaded has no tests to count.
  const broken = report.testResults.filter(
    ({ status, assertionResults = [] }) => status === 'failed' && assertionResults.length === 0,
  ).length
  return judge({ passed: report.numPassedTests, failed: report.numFailedTests + broken }, code)
}

/**
 * @param {import('./reports.mjs').BrowserReport | undefined} report of playwright; undefined when it wrote none
 * @param {number} code the runner's exit code
 * @returns {Result}
 */
export function playwrightResult(report, code) {
  if (report?.stats === undefined) return { passed: 0, failed: 1, why: 'playwright wrote no report' }
  const { expected, unexpected, flaky } = report.stats
  return judge({ passed: expected + flaky, failed: unexpected }, code)
}

/** @param {Result} counted @param {number} code @returns {Result} */
function judge({ passed, failed }, code) {
  if (failed > 0) return { passed, failed }
  if (passed === 0) return { passed, failed: 1, why: 'no test ran' }
  if (code !== 0) return { passed, failed: 1, why: `every test passed, yet the runner ended with ${code}` }
  return { passed, failed }
}

/** @param {Result[]} results @returns {Result} */
export function sum(results) {
  return results.reduce((total, one) => ({ passed: total.passed + one.passed, failed: total.failed + one.failed }), {
    passed: 0,
    failed: 0,
  })
}
