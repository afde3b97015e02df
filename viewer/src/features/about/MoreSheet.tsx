// Language, the sounds of plays, and what this browser or connection cannot do.
import { LOCALES } from '../../locales.ts'
import { canKeepAwake } from '../../media/useWakeLock.ts'
import { switchSounds, useSoundsOn } from '../../plays/sounds.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'

const NAMES = { en: 'English', 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文' } as const

export function MoreSheet() {
  const { t, locale } = useWords()
  const { open } = useScene()
  const hasSounds = useSoundsOn()
  const missing = [
    ...(location.protocol === 'http:' ? [t('plainHttp')] : []),
    ...(canKeepAwake() ? [] : [t('noWakeLock')]),
  ]
  return (
    <div className="more">
      <h3 className="small-head">{t('language')}</h3>
      <nav className="languages">
        {LOCALES.map((one) => (
          <a key={one} className="act" href={inLanguage(one)} lang={one} aria-current={one === locale}>
            {NAMES[one]}
          </a>
        ))}
      </nav>
      <label className="sounds">
        <input
          type="checkbox"
          role="switch"
          checked={hasSounds}
          onChange={(event) => switchSounds(event.target.checked)}
          data-testid="play-sounds"
        />
        {t('play.sounds')}
      </label>
      <button className="act" onClick={() => open({ kind: 'known' })} data-testid="open-known">
        {t('known.open')}
      </button>
      <h3 className="small-head">{t('missing')}</h3>
      <ul className="missing">
        {(missing.length === 0 ? [t('allFine')] : missing).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

function inLanguage(locale: string): string {
  const query = new URLSearchParams(location.search)
  query.set('lang', locale)
  query.delete('notice')
  return `?${query}`
}
