// The sheet of what this shop knows of whoever looks: kind by kind, what they agreed to, all of it as a file, and the way to erase it.
import { useCallback, useEffect, useState } from 'react'
import { useWords } from '../../useWords.ts'
import { fileOf, type OwnKnown, readOwn } from './api.ts'
import { Consents } from './Consents.tsx'
import { EraseAll } from './EraseAll.tsx'
import { KnownRows } from './KnownRows.tsx'
import './known.css'

type Read = OwnKnown | 'reading' | 'failed'

function useOwn(): { readonly own: Read; readonly readAgain: () => void } {
  const { locale } = useWords()
  const [own, setOwn] = useState<Read>('reading')
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let isOpen = true
    void readOwn(locale).then((read) => isOpen && setOwn(read ?? 'failed'))
    return () => {
      isOpen = false
    }
  }, [locale, turn])
  const readAgain = useCallback(() => setTurn((before) => before + 1), [])
  return { own, readAgain }
}

export function KnownSheet() {
  const { t } = useWords()
  const { own, readAgain } = useOwn()
  if (own === 'reading') return <p role="status">{t('known.reading')}</p>
  if (own === 'failed') {
    return (
      <div className="known" role="alert">
        <p>{t('known.failed')}</p>
        <button className="act" onClick={readAgain}>
          {t('known.again')}
        </button>
      </div>
    )
  }
  return (
    <div className="known" data-testid="known">
      <p className="known-about">{t('known.about')}</p>
      {own.groups.length === 0 && <p data-testid="known-nothing">{t('known.nothing')}</p>}
      {own.groups.map((group) => group.kind !== 'consents' && <KnownRows key={group.kind} group={group} />)}
      {own.consents.length > 0 && <Consents consents={own.consents} onChange={readAgain} />}
      <Files />
      <EraseAll openHolds={own.openHolds} />
    </div>
  )
}

function Files() {
  const { t, locale } = useWords()
  return (
    <>
      <h3 className="small-head">{t('known.save')}</h3>
      <div className="known-acts">
        {(['json', 'csv'] as const).map((type) => (
          <a key={type} className="act" href={fileOf(type, locale)} download data-testid={`known-${type}`}>
            {t(`known.${type}`)}
          </a>
        ))}
      </div>
    </>
  )
}
