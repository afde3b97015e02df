// The warm envelope that stands out of the card: closed, with its slip, or empty.
import { useId } from 'react'

export type EnvelopeState = 'closed' | 'slip' | 'empty'

export function Envelope({ state }: { readonly state: EnvelopeState }) {
  const paper = useId()
  const isOpen = state !== 'closed'
  return (
    <svg className="packet-envelope" viewBox="0 0 84 106" aria-hidden="true" data-state={state}>
      <defs>
        <linearGradient id={paper} x1="0" y1="0" x2="1" y2="1">
          <stop className="packet-light" />
          <stop className="packet-dark" offset="1" />
        </linearGradient>
      </defs>
      {state === 'slip' && (
        <g className="packet-slip">
          <rect x="14" y="-8" width="56" height="50" rx="6" />
          <path d="M24 4h36M24 12h24" />
        </g>
      )}
      <rect x="4" y={isOpen ? 18 : 2} width="76" height={isOpen ? 86 : 102} rx="12" fill={`url(#${paper})`} />
      <path
        className="packet-flap"
        d={isOpen ? 'M4 30q38 30 76 0' : 'M4 30q38 34 76 0V14a12 12 0 0 0-12-12H16A12 12 0 0 0 4 14z'}
      />
      <circle className="packet-seal" cx="42" cy={isOpen ? 62 : 48} r="17" />
      <g className="packet-lantern" transform={`translate(31 ${isOpen ? 51 : 37}) scale(.92)`}>
        <path d="M9 3h6M8 6h8l2 6-2 6H8l-2-6zM10 21h4" />
      </g>
    </svg>
  )
}
