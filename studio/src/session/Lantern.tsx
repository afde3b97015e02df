// The product's sign: a lantern, drawn.
export function Lantern({ size = 44 }: { readonly size?: number }) {
  return (
    <svg className="lantern" width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
      <circle className="lantern-glow" cx="24" cy="25" r="22" />
      <g fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round">
        <path d="M24 4v5M18 9h12M15.5 14h17l4 11-4 11h-17l-4-11zM20 36v4h8v-4M24 40v4" />
        <path d="M20.5 14c-3 7-3 15 0 22M27.5 14c3 7 3 15 0 22" opacity=".55" />
      </g>
    </svg>
  )
}
