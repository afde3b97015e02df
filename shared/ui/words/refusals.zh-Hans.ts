// What each refusal says to a person, in Simplified Chinese.
import type { RefusalWords } from './refusals.en.ts'

export const words: RefusalWords = {
  BAD_INPUT: '内容没传对，请刷新页面再试一次。',
  NOT_ALLOWED: '您在这里没有这个权限。',
  NOT_JOINED: '还没进直播间，请稍等。',
  TOO_MANY: '操作太快啦，歇一下再试。',
  TRY_AGAIN: '网络没有回应，请再试一次。',
  CANNOT_STORE: '我们的服务器暂时无法保存，这一下没有算数；已为您留的都还在，请过一分钟再试。',
  INTERNAL: '我们这边出了点问题，请稍后再试。',
  WRONG_LOGIN: '用户名或密码不对。',
  LOGIN_NEEDED: '请先登录。',
  SESSION_OVER: '您离开了一会儿，请重新登录。',
  PAGE_TOO_OLD: '页面版本过旧，请刷新后继续。',
  HANDOFF_INVALID: '去店铺的链接已失效，请重新留一次。',
  ENDPOINT_NOT_FOUND: '找不到这个店铺连接。',
  BAD_SIGNATURE: '这条消息没有店铺的签名。',
  URL_NOT_ALLOWED: '不能通知这个地址：它不在公网上。运维可以按主机名放行。',
  SHOP_UNREACHABLE: '店铺暂时没有回应，为您留的还在，请稍后再试。',
  SHOP_REFUSED: '店铺没能打开结账页面，工作人员已能看到，请稍后再试。',
  SHOP_CANNOT: '这类店铺做不到这件事。',
  FILE_REFUSED: '这个文件还不能导入。请改好下面几行，再选一次。',
  VALUE_REFUSED: '有一项填得不对，请检查后重新填写。',
  SET_BY_ENVIRONMENT: '这一项由服务器的设置固定，管理服务器的人可以去掉它。',
  TRIP_NOT_PASSED: '测试还没有全部通过，正在使用的店铺照常销售。',
  SECRETS_KEY_MISSING: '找不到加密用的密钥文件。什么都没有丢：请从数据文件夹的备份里放回来。',
  SECRETS_KEY_WRONG: '这些密钥是用另一把钥匙加密的。什么都没有丢：请把当时那把钥匙交给服务器。',
}
