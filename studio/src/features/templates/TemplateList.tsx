// The templates of the shop above the form of the next play: the latest ones, and all of them on demand.
import { useRef, useState } from 'react'
import { useWords } from '../../words.ts'
import { TemplateRow } from './TemplateRow.tsx'
import './templates.css'
import { useTemplates } from './useTemplates.ts'

const SHOWN = 3

export function TemplateList({ onMade }: { readonly onMade: () => void }) {
  const { say } = useWords()
  const { templates, isFailed } = useTemplates()
  const [isAll, setIsAll] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  if (isFailed) return <p className="problem">{say('template.failed')}</p>
  if (templates === null || templates.length === 0) return null
  const more = templates.length - SHOWN

  return (
    <section className="templates" aria-label={say('template.title')} data-testid="templates">
      <h3 ref={head} className="play-former" tabIndex={-1}>
        {say('template.title')}
      </h3>
      <ul>
        {templates.slice(0, isAll ? templates.length : SHOWN).map((template) => (
          <TemplateRow
            key={template.id}
            template={template}
            onMade={onMade}
            // Its own buttons are gone with it.
            onRemoved={() => head.current?.focus()}
          />
        ))}
      </ul>
      {more > 0 && (
        <button
          type="button"
          className="btn"
          aria-expanded={isAll}
          data-testid="template-all"
          onClick={() => setIsAll(!isAll)}
        >
          {isAll ? say('template.fewer') : say('template.all', { count: more })}
        </button>
      )}
    </section>
  )
}
