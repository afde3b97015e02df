// What each refusal says to a person, in Traditional Chinese.
import type { RefusalWords } from './refusals.en.ts'

export const words: RefusalWords = {
  BAD_INPUT: '內容沒有傳對，請重新整理再試一次。',
  NOT_ALLOWED: '您在這裡沒有這個權限。',
  NOT_JOINED: '還沒進直播間，請稍候。',
  TOO_MANY: '動作太快了，休息一下再試。',
  TRY_AGAIN: '網路沒有回應，請再試一次。',
  CANNOT_STORE: '我們的伺服器暫時無法儲存，這一下沒有算數；您保留的都還在，請過一分鐘再試。',
  INTERNAL: '我們這邊出了點狀況，請稍後再試。',
  WRONG_LOGIN: '名稱或密碼不正確。',
  LOGIN_NEEDED: '請先登入。',
  SESSION_OVER: '您離開了一陣子，請重新登入。',
  PAGE_TOO_OLD: '頁面版本過舊，請重新整理後繼續。',
  HANDOFF_INVALID: '前往商店的連結已失效，請重新保留。',
  ENDPOINT_NOT_FOUND: '找不到這個商店連線。',
  BAD_SIGNATURE: '這則訊息沒有商店的簽章。',
  URL_NOT_ALLOWED: '無法通知這個位址：它不在公開網路上。維運人員可依主機名稱放行。',
  SHOP_UNREACHABLE: '店鋪暫時沒有回應，您佔的還在，請稍後再試。',
  SHOP_REFUSED: '店鋪沒能開啟結帳頁面，工作人員已能看到，請稍後再試。',
  SHOP_CANNOT: '這類店鋪做不到這件事。',
  FILE_REFUSED: '這個檔案還不能匯入。請改好下面幾行，再選一次。',
  VALUE_REFUSED: '有一項填得不對，請檢查後重新填寫。',
  SET_BY_ENVIRONMENT: '這一項由伺服器的設定固定，管理伺服器的人可以拿掉它。',
  TRIP_NOT_PASSED: '測試還沒有全部通過，使用中的商店照常銷售。',
  SECRETS_KEY_MISSING: '找不到加密用的金鑰檔。什麼都沒有遺失：請從資料夾的備份放回來。',
  SECRETS_KEY_WRONG: '這些金鑰是用另一把鑰匙加密的。什麼都沒有遺失：請把當時那把鑰匙交給伺服器。',
}
