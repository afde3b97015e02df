// What the shopper's page shows of coupons in its first picture.
import './coupon.css'
export { Thanks as Live, Thanks as Poster } from './Thanks.tsx'
export { WalletButton } from './WalletButton.tsx'
