// The owner brings products by a CSV file: what is wrong is named by its line, what is right is looked at and then imported.
import { expect, test } from './test.ts'

test.use({ worldOf: 'productFile' })

const file = (text: string) => ({ name: 'products.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
const HEADER = 'product,title,variant,sku,price,stock\n'

test('a shop without a list of its own takes a file', async ({ people }) => {
  const page = await people.staff({ path: '/studio/shop' })
  const choose = page.getByTestId('file-choose')
  await expect(page.getByTestId('shop-preview')).toHaveCount(0)
  await expect(page.getByTestId('file-currency')).toHaveValue('CNY')
  await expect(page.getByTestId('changes')).toContainText('come by a file')
  await page.getByTestId('changes-file').press('Enter')
  await expect(page.getByTestId('file-currency')).toBeFocused()

  await choose.setInputFiles(file(`${HEADER}bowl,Rice bowl,,BOWL-1,free,4\nbowl,,,BOWL-2,12,1.5\n`))
  const problems = page.getByTestId('file-problems').getByRole('listitem')
  await expect(problems).toHaveText([/line 2, price: .*12\.90.*free/i, /line 3, stock: .*whole number.*1\.5/i])
  await page.screenshot({ path: 'test-results/buyers-path/file-wrong.png' })

  await choose.setInputFiles(file(`${HEADER}bowl,Rice bowl,,BOWL-1,39,4\nvase,,,,,\njar,Jar,,JAR,0,1\n`))
  await expect(problems).toHaveText([/line 3, title: is empty/i])

  await choose.setInputFiles(file(`${HEADER}bowl,Rice bowl,,BOWL-1,39,4\njar,Jar,,JAR,0,1\n`))
  await expect(page.getByTestId('import-report')).toContainText(/1 new/i)
  await expect(page.getByTestId('import-report')).toContainText(/jar is left out/i)
  await page.screenshot({ path: 'test-results/buyers-path/file-right.png' })
  await page.getByTestId('file-import').click()
  await expect(page.getByText('Imported.')).toBeVisible()

  await choose.setInputFiles(file(`${HEADER}bowl,Rice bowl,,BOWL-1,42,4\n`))
  await expect(page.getByTestId('import-report')).toContainText(/1 with another price/i)
})
