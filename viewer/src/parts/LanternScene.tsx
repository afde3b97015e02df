// The house's own poster: lanterns over a market street at dusk.
const LANTERNS = [
  { x: 70, y: 150, size: 1 },
  { x: 318, y: 108, size: 1.25 },
  { x: 196, y: 196, size: 1.5 },
  { x: 36, y: 330, size: 0.62 },
  { x: 352, y: 316, size: 0.72 },
  { x: 128, y: 64, size: 0.6 },
] as const

/** A wide screen shows the street three times over, every other one mirrored. */
const STRETCHES = ['near', 'next', 'far'] as const

export function LanternScene({ shimmer = false }: { readonly shimmer?: boolean }) {
  return (
    <div className={shimmer ? 'scene scene-shimmer' : 'scene'} aria-hidden="true">
      {STRETCHES.map((stretch) => (
        <Street key={stretch} />
      ))}
    </div>
  )
}

function Street() {
  return (
    <svg viewBox="0 0 390 844" preserveAspectRatio="xMidYMin slice">
      <Paint />
      <rect width="390" height="844" fill="url(#dusk)" />
      <g className="scene-far">
        <path d="M0 470 L44 452 84 470V844H0z M306 470l46-20 38 16V844H306z" />
        <path d="M84 500h62v344H84z M252 508h54v336h-54z" opacity=".7" />
      </g>
      <path className="scene-string" d="M-10 40Q100 86 196 92T400 30M-10 190Q90 232 196 200T400 210" />
      {LANTERNS.map((one) => (
        <Lantern key={`${one.x}`} {...one} />
      ))}
      <path className="scene-stall" d="M40 640q155 -52 310 0l16 42H24z" />
      <path className="scene-ground" d="M24 682h342v162H24z" />
    </svg>
  )
}

function Paint() {
  return (
    <defs>
      <linearGradient id="dusk" x1="0" y1="0" x2="0" y2="1">
        <stop className="dusk-1" />
        <stop className="dusk-2" offset=".5" />
        <stop className="dusk-3" offset="1" />
      </linearGradient>
      <radialGradient id="halo">
        <stop className="halo-1" stopOpacity=".55" />
        <stop className="halo-1" offset="1" stopOpacity="0" />
      </radialGradient>
      <linearGradient id="paper" x1="0" y1="0" x2="0" y2="1">
        <stop className="halo-1" />
        <stop className="halo-2" offset="1" />
      </linearGradient>
    </defs>
  )
}

function Lantern({ x, y, size }: { readonly x: number; readonly y: number; readonly size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <circle r="78" fill="url(#halo)" className="scene-halo" />
      <path className="scene-string" d="M0 -60V-30" />
      <rect className="scene-cap" x="-10" y="-31" width="20" height="5" rx="2" />
      <ellipse rx="26" ry="27" fill="url(#paper)" />
      <path className="scene-rib" d="M-9 -25q-9 25 0 50M9 -25q9 25 0 50M0 -27v54" />
      <rect className="scene-cap" x="-8" y="25" width="16" height="5" rx="2" />
      <path className="scene-string" d="M0 30v20" />
    </g>
  )
}
