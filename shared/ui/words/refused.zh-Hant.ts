// What staff read of the shop's events that were refused, in traditional Chinese.
import type { RefusedWords } from './refused.en.ts'

export const words: RefusedWords = {
  'refused.title': '被拒收的商店訊息',
  'refused.lead': '送到 webhook 網址、但沒有收下或無法記錄的訊息。',
  'refused.none': '沒有被拒收的訊息。',
  'refused.look': '再看一次',
  'refused.order': '訂單',
  'refused.hold': '保留',
  'refused.part': '問題所在',
  'refused.times_other': '{{count}} 次',
  'refused.anybody': '任何人都能傳送這種訊息，其中的內容可能是捏造的。',
  'refused.wrongHost': '它送到了本機的另一個網址，而不是公開網址。',
  'refused.wrongHost.do': '請在商店裡填寫以直播後台公開網址開頭的 webhook 網址。',
  'refused.unknownEndpoint': '它送到了不存在的 webhook 網址。',
  'refused.unknownEndpoint.do':
    '請把商店裡的 webhook 網址（包括最後一段）與 npm run setup 顯示的對照。如果不是您的商店，無須處理。',
  'refused.noSecret': '這裡沒有用來核對的簽章密鑰。',
  'refused.noSecret.do': '請執行 npm run setup 填寫密鑰，然後重新啟動伺服器。',
  'refused.unsigned': '它沒有簽章。',
  'refused.unsigned.do': '請在商店裡填寫簽章密鑰。也可能是中間的某個程式去掉了簽章。',
  'refused.stale': '它在五分鐘以前簽章，或者兩邊的時鐘不一致。',
  'refused.stale.do': '請用 NTP 校準兩台機器的時鐘，參見上面的「時鐘」。',
  'refused.badSignature': '簽章不符：商店裡的密鑰與這裡不同。',
  'refused.badSignature.do': '請在兩邊填寫同一個簽章密鑰：npm run setup 會說明填在哪裡，npm run shop:check 可以測試。',
  'refused.tooLarge': '它超過了 webhook 的上限（1 MB）。',
  'refused.tooLarge.do': '請讓商店每次少送一些，或者只送直播後台需要的事件。',
  'refused.unreadable': '無法讀取它的內容：壓縮方式未知，或者已損壞。',
  'refused.unreadable.do': '請讓商店傳送普通 JSON，或用 gzip 壓縮的 JSON。',
  'refused.badJson': '商店已簽章，但內容不是 JSON。',
  'refused.badJson.do': '請在商店裡把 webhook 的格式選為 JSON。',
  'refused.badShape': '商店已簽章，但缺少某個部分，或者某個部分不符合要求。',
  'refused.badShape.do': '請把這一行給製作商店 webhook 的人看。現成的商店系統請選擇最新的 API 版本。',
  'refused.badNumber': '訂單編號缺失、超過 255 個字元，或者不是可顯示的文字。',
  'refused.badNumber.do': '請讓商店以文字傳送訂單編號。在此之前，請到商店裡查看這筆訂單。',
  'refused.badMoney': '金額或貨幣缺失，或者無法讀取。',
  'refused.badMoney.do':
    '請讓商店傳送以最小單位（分）計的整數金額，以及三個大寫字母的貨幣代碼。在此之前，請到商店裡查看這筆訂單。',
  'refused.otherShop': '它用商店的金鑰簽章，但來自另一家商店。',
  'refused.otherShop.do':
    '兩家商店用的是同一個應用程式。請在另一家商店裡把本直播後台的地址從 webhook 中移除，或者讓每家商店使用自己的應用程式。',
  'refused.unknownHold': '它說的是不屬於這裡的保留。',
  'refused.unknownHold.do':
    '可能是另一個直播後台的訂單，或者是換資料庫以前的訂單。如果是這裡的買家付的款，請到商店裡查看；可以在「Webhook」頁面再試一次。',
  'refused.failed': '已經收下，但多次嘗試後仍無法記錄。',
  'refused.failed.do': '請在「Webhook」頁面再試一次；如果仍然失敗，請把這一行和記錄檔給管理伺服器的人看。',
}
