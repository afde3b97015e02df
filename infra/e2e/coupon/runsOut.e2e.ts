// A coupon whose hold runs out unpaid is the viewer's again, and comes off the next hold.
import { goLiveCameraOff } from '../people.ts'
import { expect, test } from '../test.ts'

test.use({ worldOf: 'couponRunsOut', settings: { HOLD_MINUTES: '0.1' } })

test('a hold that runs out gives its coupon back', async ({ people }) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId('pin-brass-lamp').click()
  await studio.getByTestId('tab-plays').click()
  await studio.getByTestId('play-kind-coupon').click()
  await studio.getByTestId('coupon-off').fill('12')
  await studio.getByTestId('coupon-open').click()
  const phone = await people.viewer()
  await phone.getByTestId('coupon-claim').click()
  await expect(phone.getByTestId('ticket-onCard')).toBeVisible()

  await phone.getByTestId('hold-button').first().click()
  await expect(phone.getByTestId('card').getByTestId('coupon-line')).toBeVisible()
  await expect(phone.getByTestId('ran-out')).toBeVisible()

  await expect(phone.getByTestId('card').getByTestId('price')).toHaveText('¥447')
  await expect(phone.getByTestId('ticket-onCard')).toBeVisible()
})
