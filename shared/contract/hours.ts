// How a time of day is written in a language, for Intl.DateTimeFormat.

/** In Chinese the hours of a day are counted through: 上午12:00 is read as noon as well. */
export function hoursIn(locale: string): { readonly hourCycle?: 'h23' } {
  return locale.startsWith('zh') ? { hourCycle: 'h23' } : {}
}
