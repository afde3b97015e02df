// The shop's round mark: a small lantern.
export function LanternMark() {
  return (
    <span className="avatar" aria-hidden="true">
      <svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2">
        <path d="M9 3h6M12 3v3M8 6h8c3 3.5 3 8.500 0 12H8c-3-3.500-3-8.500 0-12zM10 21h4M12 18v3" />
      </svg>
    </span>
  )
}
