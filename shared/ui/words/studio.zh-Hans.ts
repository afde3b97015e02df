// The studio's words in Simplified Chinese.
import { words as changes } from './changes.zh-Hans.ts'
import { words as connect } from './connect.zh-Hans.ts'
import { words as connectPage } from './connectPage.zh-Hans.ts'
import { words as doctor } from './doctor.zh-Hans.ts'
import { words as refused } from './refused.zh-Hans.ts'
import { words as productFile } from './productFile.zh-Hans.ts'
import { words as shop } from './shop.zh-Hans.ts'
import type { StudioWords } from './studio.en.ts'
import { words as short } from './short.zh-Hans.ts'
import { words as webhooks } from './webhooks.zh-Hans.ts'

export const words: StudioWords = {
  'common.opening': '正在打开…',
  'common.tryAgain': '再试一次',
  'common.cancel': '取消',
  'common.close': '关闭',
  'common.goBack': '返回',

  'login.title': '欢迎回来',
  'login.lead': '登录后就能开播、管理直播。',
  'login.sessionOver': '您离开了一会儿。重新登录，就回到刚才的页面。',
  'login.name': '用户名',
  'login.password': '密码',
  'login.submit': '登录',
  'login.checking': '请稍等…',

  'welcome.title': '这家店是您的了',
  'welcome.lead': '设一个登录用的用户名和密码，您就是店主。',
  'welcome.noToken': '链接不完整。请打开服务器首次启动时给出的完整链接。',
  'welcome.passwordHint': '至少 {{count}} 个字符，用一句短话最好记。',
  'welcome.submit': '进入直播间',

  'refusal.notAllowed': '您的角色不能这样操作，请找店主或主播。',
  'refusal.shopRefused': '店铺没有接受。',
  'refusal.wrongLogin': '用户名和密码对不上，看看是不是按错了，再试一次。',
  'refusal.tooManyFor_other': '试得太频繁了，{{count}} 秒后可以继续。',
  'refusal.showNotFound': '店里没有这场直播，请从列表里打开。',
  'refusal.showNotLive': '还没开播，请先开播。',
  'refusal.showEnded': '这场直播已结束，请新建一场再继续。',
  'refusal.mediaUnavailable': '画面暂时发不出去，正在自动重试。',

  'shows.title': '直播',
  'shows.new': '新建直播',
  'shows.newTitle': '标题',
  'shows.newTitleHint': '秋日集市',
  'shows.newStart': '开播时间',
  'shows.create': '安排直播',
  'shows.most': '一场直播取目录里的前 {{most}} 个规格。',
  'shows.none': '还没有直播。先在“店铺”页导入商品，再安排第一场。',
  'shows.products_other': '{{count}} 件商品',
  'shows.open': '进入控制台',
  'shows.look': '查看结果',

  'phase.scheduled': '待开播',
  'phase.live': '直播中',
  'phase.ended': '已结束',

  'role.owner': '店主',
  'role.host': '主播',
  'role.assistant': '助理',
  'role.moderator': '场控',

  'account.title': '我的账号',
  'account.language': '语言',
  'account.theme': '深浅色',
  'account.dark': '深色',
  'account.light': '浅色',
  'account.logout': '退出登录',

  'head.allShows': '全部直播',
  'head.reload': '刷新',
  'head.live': '直播中',
  'head.notLive': '未开播',
  'head.ended': '已结束',

  'figure.watching': '在看',
  'figure.held': '件保留中',
  'figure.paid': '件已付款',
  'figure.sold': '销售额',
  'figure.needsYou': '笔订单待处理',

  'share.button': '分享',
  'share.title': '邀请观众',
  'share.lead': '拿到链接就能看，不用登录。',
  'share.copy': '复制',
  'share.copied': '已复制',
  'share.failed': '链接没取到，请关掉再打开。',

  'desk.reconnecting': '连接断开了，画面上的数字可能不是最新，正在自动重连。',
  'panel.failed': '这一块出了问题，其他部分照常运行，观众看到和听到的不受影响。',
  'panel.again': '重新显示',

  'keys.title': '快捷键',
  'keys.search': '搜索商品',
  'keys.this': '显示这个列表',
  'keys.close': '关闭',

  'rundown.title': '商品单',
  'rundown.search': '按名称或编号搜索',
  'rundown.none': '这场直播没有商品：安排时还没有导入。请先在“店铺”页导入商品，再安排一场。',
  'rundown.noMatch': '没有找到这样的商品。',
  'rundown.from': '{{price}} 起',
  'rundown.left': '剩 {{n}} 件',
  'rundown.inStock': '有货',
  'rundown.soldOut': '已售罄',
  'rundown.leftOf': '剩 {{n}}/{{of}} 件',
  'rundown.noUnits': '没有货',

  'end.title': '直播圆满结束',
  'end.lead': '辛苦了。商品在店里照常销售。',
  'end.leadHolds_other': '辛苦了。还有 {{count}} 件保留中，可能稍后付款。',
  'end.stillHeld': '件仍保留',
  'end.onAir': '直播时长',
  'end.needsYou_other': '有 {{count}} 笔订单待处理，请看“订单”。',

  'side.title': '评论、保留和订单',

  'phone.tabs': '画面上显示什么',
  'phone.picture': '画面',
  'phone.pins': '讲解',
  'phone.side': '互动',

  ...changes,
  ...connect,
  ...connectPage,
  ...doctor,
  ...refused,
  ...productFile,
  ...shop,
  ...short,
  ...webhooks,
}
