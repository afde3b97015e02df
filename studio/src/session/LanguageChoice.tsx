// The three languages, each called by its own name.
import { LOCALES, type Locale } from '@lantern/shared/contract/things.ts'
import { useWords } from '../words.ts'

const NAMES: Record<Locale, string> = { en: 'English', 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文' }

export function LanguageChoice() {
  const { locale, choose, say } = useWords()

  return (
    <div className="segments" role="group" aria-label={say('account.language')}>
      {LOCALES.map((each) => (
        <button key={each} lang={each} aria-pressed={each === locale} onClick={() => choose(each)}>
          {NAMES[each]}
        </button>
      ))}
    </div>
  )
}
