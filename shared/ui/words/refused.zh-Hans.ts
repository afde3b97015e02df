// What staff read of the shop's events that were refused, in simplified Chinese.
import type { RefusedWords } from './refused.en.ts'

export const words: RefusedWords = {
  'refused.title': '被拒收的店铺消息',
  'refused.lead': '发到 webhook 地址、但没有收下或无法记录的消息。',
  'refused.none': '没有被拒收的消息。',
  'refused.look': '再看一次',
  'refused.order': '订单',
  'refused.hold': '保留',
  'refused.part': '问题所在',
  'refused.times_other': '{{count}} 次',
  'refused.anybody': '任何人都能发送这种消息，其中的内容可能是编造的。',
  'refused.wrongHost': '它发到了本机的另一个地址，而不是公开地址。',
  'refused.wrongHost.do': '请在店铺里填写以直播后台公开地址开头的 webhook 地址。',
  'refused.unknownEndpoint': '它发到了不存在的 webhook 地址。',
  'refused.unknownEndpoint.do':
    '请把店铺里的 webhook 地址（包括最后一段）与 npm run setup 显示的对照。如果不是您的店铺，无需处理。',
  'refused.noSecret': '这里没有用来核对的签名密钥。',
  'refused.noSecret.do': '请运行 npm run setup 填写密钥，然后重新启动服务器。',
  'refused.unsigned': '它没有签名。',
  'refused.unsigned.do': '请在店铺里填写签名密钥。也可能是中间的某个程序去掉了签名。',
  'refused.stale': '它在五分钟以前签名，或者两边的时钟不一致。',
  'refused.stale.do': '请用 NTP 校准两台机器的时钟，参见上面的“时钟”。',
  'refused.badSignature': '签名不符：店铺里的密钥与这里不同。',
  'refused.badSignature.do': '请在两边填写同一个签名密钥：npm run setup 会说明填在哪里，npm run shop:check 可以测试。',
  'refused.tooLarge': '它超过了 webhook 的上限（1 MB）。',
  'refused.tooLarge.do': '请让店铺每次少发一些，或者只发直播后台需要的事件。',
  'refused.unreadable': '无法读取它的内容：压缩方式未知，或者已损坏。',
  'refused.unreadable.do': '请让店铺发送普通 JSON，或用 gzip 压缩的 JSON。',
  'refused.badJson': '店铺已签名，但内容不是 JSON。',
  'refused.badJson.do': '请在店铺里把 webhook 的格式选为 JSON。',
  'refused.badShape': '店铺已签名，但缺少某个部分，或者某个部分不符合要求。',
  'refused.badShape.do': '请把这一行给制作店铺 webhook 的人看。现成的店铺系统请选择最新的 API 版本。',
  'refused.badNumber': '订单号缺失、超过 255 个字符，或者不是可显示的文字。',
  'refused.badNumber.do': '请让店铺以文字发送订单号。在此之前，请到店铺里查看这笔订单。',
  'refused.badMoney': '金额或货币缺失，或者无法读取。',
  'refused.badMoney.do':
    '请让店铺发送以最小单位（分）计的整数金额，以及三个大写字母的货币代码。在此之前，请到店铺里查看这笔订单。',
  'refused.otherShop': '它用店铺的密钥签名，但来自另一家店铺。',
  'refused.otherShop.do':
    '两家店铺用的是同一个应用。请在另一家店铺里把本直播后台的地址从 webhook 中去掉，或者让每家店铺使用自己的应用。',
  'refused.unknownHold': '它说的是不属于这里的保留。',
  'refused.unknownHold.do':
    '可能是另一个直播后台的订单，或者是换数据库以前的订单。如果是这里的买家付的款，请到店铺里查看；可以在“Webhook”页面再试一次。',
  'refused.failed': '已经收下，但多次尝试后仍无法记录。',
  'refused.failed.do': '请在“Webhook”页面再试一次；如果仍然失败，请把这一行和日志给管理服务器的人看。',
}
