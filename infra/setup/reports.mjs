// @ts-check
// What the runners' JSON reports hold of what is read here, and the names of what failed: a long log is cut where it is shown.

import { stripVTControlCharacters } from 'node:util'

/** @typedef {{ fullName?: string, status?: string, failureMessages?: string[] }} VitestAssertion */
/** @typedef {{ name?: string, status?: string, message?: string, startTime?: number, endTime?: number, assertionResults?: VitestAssertion[] }} VitestFile */
/** @typedef {{ numPassedTests: number, numFailedTests: number, testResults: VitestFile[] }} VitestReport */

/** @typedef {{ message?: string, location?: { line: number } }} BrowserError */
/** @typedef {{ duration: number, error?: BrowserError | undefined }} BrowserResult */
/** @typedef {{ status?: string, projectName?: string, results: BrowserResult[] }} BrowserTest */
/** @typedef {{ title?: string, file?: string, tests: BrowserTest[] }} BrowserSpec */
/** @typedef {{ file?: string, specs?: BrowserSpec[], suites?: BrowserSuite[] }} BrowserSuite */
/**
 * @typedef {{
 *   stats?: { expected: number, unexpected: number, flaky: number },
 *   suites?: BrowserSuite[],
 *   errors?: { message?: string }[],
 * }} BrowserReport
 */

/** Enough to see what was expected and what came. */
const MOST_LINES = 8

/** @param {string | undefined} message */
function firstLines(message) {
  const lines = stripVTControlCharacters(message ?? '').split('\n')
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MOST_LINES)
    .join(' | ')
}

/** @param {string | undefined} file @param {string | undefined} title @param {string | undefined} message */
function failure(file, title, message) {
  return [file, title, firstLines(message)].filter(Boolean).join(' > ')
}

/** @param {Partial<VitestReport> | undefined} report of vitest @returns {string[]} a line for each that failed */
export function vitestFailures(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults = [] }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [failure(name, undefined, message)] : []
    return failed.map(({ fullName, failureMessages = [] }) => failure(name, fullName, failureMessages[0]))
  })
}

/** @param {BrowserSuite} suite @returns {BrowserSpec[]} its own and those of the suites in it */
export function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}

/** With the line that it hung in, for a test is long. @param {string | undefined} file @param {string | undefined} title @param {BrowserError} [error] */
function browserFailure(file, title, { message, location } = {}) {
  return failure(location === undefined ? file : `${file}:${location.line}`, title, message)
}

/**
 * @param {BrowserReport | undefined} report
 * @param {{ status: string, nth: number }} which tests, and which of the tries of each is told
 */
function browserLines(report, { status, nth }) {
  const specs = (report?.suites ?? []).flatMap(specsOf)
  return specs.flatMap(({ title, file, tests }) =>
    tests
      .filter((one) => one.status === status)
      .map(({ results }) => browserFailure(file, title, results.at(nth)?.error)),
  )
}

/** @param {BrowserReport | undefined} report of playwright @returns {string[]} a line for each that failed */
export function playwrightFailures(report) {
  const outside = (report?.errors ?? []).map(({ message }) => failure(undefined, undefined, message))
  return [...browserLines(report, { status: 'unexpected', nth: -1 }), ...outside]
}

/** @param {BrowserReport | undefined} report of playwright @returns {string[]} a line for each that failed before it passed */
export function playwrightFlaky(report) {
  return browserLines(report, { status: 'flaky', nth: 0 })
}
