// What offers put into the desk, in one piece.
export { LapseAlert as Notice } from './LapseAlert.tsx'
export { OffersButton as Button } from './OffersButton.tsx'
export { OffersPanel as Under } from './OffersPanel.tsx'
