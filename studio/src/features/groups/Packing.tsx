// The packing list of a show as a file: of all pick-up points, or of one.
import type { PickupPoint } from '@lantern/shared/contract/groups.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useWords } from '../../words.ts'

export function Packing({ points }: { readonly points: readonly PickupPoint[] }) {
  const { say, locale } = useWords()
  const shows = useQuery({ queryKey: ['shows'], queryFn: api.shows }).data?.shows ?? []
  const [chosen, setShow] = useState('')
  const [point, setPoint] = useState('')
  const show = chosen === '' ? (shows[0]?.id ?? '') : chosen
  if (show === '') return null
  const query = new URLSearchParams({ inShow: show, language: locale, ...(point !== '' && { atPoint: point }) })

  return (
    <section className="group-packing" aria-label={say('groups.packing')}>
      <h2>{say('groups.packing')}</h2>
      <p className="quiet small">{say('groups.packingLead')}</p>
      <div className="group-form">
        <label className="field">
          <span>{say('groups.packingShow')}</span>
          <select data-testid="packing-show" value={show} onChange={({ target }) => setShow(target.value)}>
            {shows.map(({ id, title }) => (
              <option key={id} value={id}>
                {pickText(title, locale)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{say('groups.point')}</span>
          <select data-testid="packing-point" value={point} onChange={({ target }) => setPoint(target.value)}>
            <option value="">{say('groups.allPoints')}</option>
            {points.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <div className="row-end">
          <a className="btn" data-testid="packing" href={`/api/groups/packing.csv?${query.toString()}`} download>
            <Download size={16} aria-hidden="true" />
            {say('groups.packingSave')}
          </a>
        </div>
      </div>
    </section>
  )
}
