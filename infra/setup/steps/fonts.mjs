// @ts-check
// Glyphs for Chinese, Japanese and emoji, or the tests' screenshots show boxes. Only a bare Linux lacks them.
import { existsSync } from 'node:fs'
import { aptCommand, hasApt, needPackages } from '../tools/apt.mjs'
import { runQuietly, SetupError } from '../tools/run.mjs'

const FONTS = [
  {
    package: 'fonts-noto-cjk',
    file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
    pattern: ':lang=zh-cn:lang=ja',
  },
  {
    package: 'fonts-noto-color-emoji',
    file: '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf',
    pattern: ':charset=1f3ee',
  },
]
const PACKAGES = FONTS.map((font) => font.package)

/** @param {typeof FONTS[number]} font */
async function isThere(font) {
  if (existsSync(font.file)) return true
  const { code, output } = await runQuietly('fc-list', [font.pattern])
  return code === 0 && output.trim() !== ''
}

/** @type {import('./step.mjs').Step} */
export const fonts = {
  title: 'fonts',
  optional: true,
  async check() {
    if (process.platform !== 'linux') return { ok: true, detail: "the system's own" }
    const there = await Promise.all(FONTS.map(isThere))
    const missing = PACKAGES.filter((_, index) => !there[index])
    if (missing.length === 0) return { ok: true, detail: 'Chinese, Japanese, emoji' }
    return { ok: false, detail: `missing: ${missing.join(', ')}`, command: aptCommand(missing) }
  },
  async install(task) {
    if (!hasApt()) throw new SetupError('install Noto Sans CJK and Noto Color Emoji')
    await needPackages(PACKAGES, 'for screenshots without boxes', task)
  },
}
