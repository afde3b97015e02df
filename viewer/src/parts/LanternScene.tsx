// The house's own poster: lanterns over a market street at dusk.
/** From the middle of the street, so that a narrow screen shows the middle ones and a wide one shows more of the same street. */
const LANTERNS = [
  { x: -8, y: 128, size: 1.4 },
  { x: -129, y: 118, size: 0.95 },
  { x: 121, y: 104, size: 1.1 },
  { x: -64, y: 52, size: 0.55 },
  { x: 186, y: 190, size: 0.6 },
  { x: -252, y: 150, size: 1.15 },
  { x: 290, y: 140, size: 1.25 },
  { x: -344, y: 74, size: 0.7 },
  { x: 404, y: 84, size: 0.8 },
  { x: -452, y: 120, size: 1.3 },
  { x: 520, y: 124, size: 1 },
  { x: -570, y: 92, size: 0.85 },
  { x: 632, y: 160, size: 1.35 },
  { x: -694, y: 150, size: 1.2 },
  { x: 760, y: 90, size: 0.75 },
  { x: -820, y: 96, size: 0.7 },
  { x: 890, y: 130, size: 1.15 },
  { x: -960, y: 132, size: 1.1 },
  { x: 1030, y: 104, size: 0.9 },
  { x: -1090, y: 100, size: 0.9 },
] as const

/** One drawing for every screen: its height fits, its middle stays in the middle, nothing is shown twice. */
export function LanternScene({ shimmer = false }: { readonly shimmer?: boolean }) {
  return (
    <div className={shimmer ? 'scene scene-shimmer' : 'scene'} aria-hidden="true" data-testid="scene">
      <svg viewBox="-1200 0 2400 844" preserveAspectRatio="xMidYMin slice">
        <Paint />
        <rect x="-1200" width="2400" height="844" fill="url(#dusk)" />
        <Houses />
        <path className="scene-string" d={STRINGS} />
        {LANTERNS.map((one) => (
          <Lantern key={one.x} {...one} />
        ))}
        <path className="scene-stall" d="M-155 640q155 -52 310 0l16 42H-171z" />
        <path className="scene-ground" d="M-1200 682h2400v162H-1200z" />
      </svg>
    </div>
  )
}

/** Two cords over the street, hung up at a post every few steps. */
const STRINGS =
  'M-1220 40Q-1040 96 -860 46T-500 60T-200 44Q-90 92 0 88T206 36Q340 92 480 50T800 58T1220 40' +
  'M-1220 96Q-1000 150 -780 92T-340 108T0 96T420 104T840 92T1220 110'

/** Roofs against the dusk, unlike each other as the houses of a street are. */
function Houses() {
  return (
    <g className="scene-far">
      <path d="M-195 470l44 -18 40 14V844H-195zM111 470l46 -20 38 16V844H111zM-610 486l58 -26 62 22V844H-610zM470 478l50 -24 54 26V844H470zM-1040 464l70 -22 60 20V844H-1040zM900 476l64 -26 70 24V844H900z" />
      <path
        d="M-111 500h62V844H-111zM57 500h54V844H57zM-370 512h120V844H-370zM250 506h140V844H250zM-860 510h150V844H-860zM650 516h160V844H650z"
        opacity=".7"
      />
    </g>
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
    <g className="scene-lantern" transform={`translate(${x} ${y}) scale(${size})`}>
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
