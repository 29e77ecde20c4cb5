import { squash, stemOf } from "../../search/cut.ts";
import type { Language } from "../../site.config.ts";

/**
 * Words that mean the same in a question here, though they are no names of the site's: what somebody types is compared
 * with what others have asked, and no two people put it alike. One line a meaning, for each language; the first word
 * stands for the others, and for the English ones, which people mix in. `_` is a space within one.
 */
const meanings: readonly Record<"en" | "zh-TW" | "ja", string>[] = [
  {
    en: "production prod staging deployed deployment deploy deploying live_site",
    "zh-TW": "正式環境 正式站 正式機 測試站 測試機 線上 上線 上線後 丟上去 放上去 推上去 部署 部署後 佈署 上版",
    ja: "本番 本番環境 デプロイ デプロイ後 リリース リリース後 ステージング 検証環境 公開後 サーバーに上げ",
  },
  {
    en: "local locally my_machine my_computer own_machine",
    "zh-TW": "本機 本地 本地端 我的電腦 自己電腦",
    ja: "ローカル ローカル環境 手元 手元の環境 自分のPC",
  },
  {
    en: "sometimes intermittent intermittently occasionally randomly random flaky once_in_a_while now_and_then",
    "zh-TW": "偶爾 有時 有時候 時好時壞 不定期 隨機 間歇性 一下可以一下不行",
    ja: "ときどき 時々 たまに 不定期 まれに ランダム 間欠的",
  },
  {
    en: "duplicate duplicated twice double doubled repeated",
    "zh-TW": "重複 重覆 兩次 兩遍 出現兩次",
    ja: "重複 二重 2重 2回 二回 ダブって ダブる",
  },
  {
    en: "multiple several many two more_than_one",
    "zh-TW": "多個 好幾個 兩個 數個 複數",
    ja: "複数 2つ 二つ いくつか",
  },
  {
    en: "wildcard star asterisk",
    "zh-TW": "萬用字元 星號 米字號",
    ja: "ワイルドカード アスタリスク スター 米印",
  },
  {
    en: "cannot_read unreadable not_readable cannot_access can't_access cant_read can't_read cannot_see can't_see cant_see invisible not_visible hidden inaccessible",
    "zh-TW": "讀不到 拿不到 抓不到 取不到 看不到 收不到 取得不到 讀不出來 沒辦法讀 無法讀取 無法取得",
    ja: "読めない 取れない 取得できない 読み取れない 見えない 見られない 参照できない 拾えない 読み取りできない",
  },
  {
    en: "not_sent isn't_sent not_included not_attached",
    "zh-TW": "帶不過去 過不去 送不過去 沒帶 沒帶過去 帶不上 沒送出 不會帶 沒有帶",
    ja: "送られない 送信されない 送れない 送れていない 付かない",
  },
  {
    en: "not_saved not_stored not_kept isn't_saved not_set",
    "zh-TW": "存不進去 存不了 存不起來 寫不進去 沒存 種不進去",
    ja: "保存されない 保存できない セットされない 残らない",
  },
  {
    en: "login log_in logging_in sign_in signin logged_in signed_in signing_in",
    "zh-TW": "登入 登錄",
    ja: "ログイン サインイン",
  },
  {
    en: "logged_out log_out logout signed_out",
    "zh-TW": "登入狀態不見 登出 被登出 掉登入",
    ja: "ログアウト ログアウトされる",
  },
  {
    en: "redirect redirected forwarded bounced",
    "zh-TW": "重新導向 導向 被導去 被導到 導去 跳轉到",
    ja: "リダイレクト 転送 飛ばされる 飛ばされ",
  },
  {
    en: "security vulnerability pentest penetration_test audit_finding bug_bounty",
    "zh-TW": "資安 安全 安全性 弱點 弱掃 弱點掃描 滲透測試 資安稽核",
    ja: "セキュリティ 脆弱性 脆弱性診断 安全性 セキュリティ診断",
  },
  { en: "dangerous unsafe risky insecure risk", "zh-TW": "危險 不安全 有風險 風險", ja: "危険 危ない 危険性 リスク" },
  {
    en: "slow latency performance slower",
    "zh-TW": "效能 很慢 變慢 太慢 延遲",
    ja: "パフォーマンス 遅い 遅延 重い 遅くなる",
  },
  {
    en: "fewer reduce less too_many minimize",
    "zh-TW": "減少 太多 降低 少送",
    ja: "減らす 減らし 減らしたい 多すぎる 削減 回数",
  },
  {
    en: "avoid skip without_preflight get_rid_of prevent",
    "zh-TW": "避免 不要送 省略 跳過 不想送",
    ja: "避ける 回避 省略 発生させない 飛ばさない 飛ばない なくしたい",
  },
  {
    en: "disable turn_off switch_off bypass get_around work_around circumvent",
    "zh-TW": "關閉 關掉 停用 繞過 取消 關",
    ja: "無効 無効化 無効に オフ 切りたい すり抜け",
  },
  {
    en: "not_loading doesn't_load does_not_load blank not_displayed not_showing",
    "zh-TW": "載不出來 載入失敗 顯示不出來 跑不出來 出不來 破圖 沒顯示 空白",
    ja: "読み込めない 表示されない 出ない ロードできない 読み込まれない 出なくなった 真っ白",
  },
  {
    en: "cannot_connect can't_connect unreachable cannot_reach can't_reach",
    "zh-TW": "連不上 連不到 打不到 打不通 連線失敗 接不到 戳不到",
    ja: "つながらない 繋がらない 接続できない 届かない 叩けない",
  },
  {
    en: "every_time each_time every_request every_call each_call",
    "zh-TW": "每次都 每一次 每個請求",
    ja: "毎回 都度 リクエストのたび",
  },
  {
    en: "down crashed offline dead not_running",
    "zh-TW": "掛了 掛掉 當機 當掉 死掉 沒啟動 沒跑起來",
    ja: "落ちている 落ちて 落ちてる 起動していない 動いていない 止まって ダウン",
  },
  { en: "cors", "zh-TW": "cors", ja: "cors コルス シーオーアールエス" },
  {
    en: "progress progress_bar percentage",
    "zh-TW": "進度 進度條 百分比",
    ja: "進捗 進捗バー プログレスバー プログレス 進み具合",
  },
  { en: "iframe iframes embed embedded", "zh-TW": "iframe 內嵌 嵌入", ja: "iframe インラインフレーム 埋め込み" },
  { en: "popup pop-up pop_up", "zh-TW": "彈窗 彈出視窗 跳出視窗", ja: "ポップアップ 小窓 別窓" },
  { en: "certificate cert certificates certs", "zh-TW": "憑證 證書", ja: "証明書" },
  { en: "semicolon semicolons", "zh-TW": "分號", ja: "セミコロン" },
  {
    en: "case-sensitive uppercase lowercase upper_case lower_case capital capitals small_letters",
    "zh-TW": "大小寫 大寫 小寫",
    ja: "大文字小文字 大文字 小文字",
  },
  { en: "reload refresh f5", "zh-TW": "重新整理 重整 刷新", ja: "リロード 再読み込み 更新ボタン" },
  { en: "trailing_slash slash slashes", "zh-TW": "斜線 結尾斜線 尾端斜線", ja: "スラッシュ 末尾スラッシュ" },
  { en: "spreadsheet google_sheets gsheet", "zh-TW": "試算表", ja: "スプレッドシート" },
  { en: "webhook webhooks", "zh-TW": "webhook", ja: "webhook ウェブフック" },
  { en: "timeout timed_out times_out", "zh-TW": "逾時 超時", ja: "タイムアウト 時間切れ" },
  { en: "upload uploading uploads", "zh-TW": "上傳 上載", ja: "アップロード アップ" },
  { en: "image picture photo img images", "zh-TW": "圖片 圖檔 照片 圖", ja: "画像 写真 イメージ" },
  {
    en: "font fonts webfont webfonts typeface",
    "zh-TW": "字型 字體 字型檔 字體檔 網頁字型",
    ja: "フォント webフォント ウェブフォント",
  },
  { en: "filename file_name", "zh-TW": "檔名 檔案名稱", ja: "ファイル名 ダウンロード名" },
  {
    en: "extension plugin addon add-on",
    "zh-TW": "擴充功能 外掛 插件 擴充套件",
    ja: "拡張機能 アドオン プラグイン chrome拡張",
  },
  { en: "change edit modify touch", "zh-TW": "改 修改 更改 動", ja: "変更 いじる いじれない 触れない 変えられない" },
  {
    en: "third-party external someone_else's somebody_else's other_people's public_api",
    "zh-TW": "別人的 第三方 外部 別人 人家的 別家",
    ja: "外部 他社 他社の 他人の 他サイト 公開API",
  },
  {
    en: "add append attach adding added",
    "zh-TW": "加 加上 加了 多加 新增 加入",
    ja: "付ける 付けた 付けたら 足す 足し 足したら 追加 追加し つける 入れたら 入れる",
  },
  { en: "custom own_header", "zh-TW": "自訂 自己加的 自定義", ja: "カスタム 独自 自作" },
  {
    en: "difference differences vs versus differ",
    "zh-TW": "差別 差異 不同 區別 差在哪 差在 有什麼不一樣",
    ja: "違い 差 異なる 違う",
  },
  { en: "subdomain subdomains", "zh-TW": "子網域 子域名 次網域", ja: "サブドメイン" },
  { en: "domain domains hostname", "zh-TW": "網域 域名 網域名稱 網址", ja: "ドメイン" },
  {
    en: "setting config settings configuration configure configured setup",
    "zh-TW": "設定 設置 配置 設",
    ja: "設定 コンフィグ",
  },
  { en: "error errors", "zh-TW": "錯誤 報錯 出錯 噴錯 跳錯 錯", ja: "エラー" },
  { en: "frontend front-end front_end client-side", "zh-TW": "前端 前台", ja: "フロントエンド フロント フロント側" },
  {
    en: "backend back-end back_end server-side",
    "zh-TW": "後端 後台 伺服器端",
    ja: "バックエンド バック側 サーバーサイド サーバー側",
  },
  {
    en: "postman insomnia bruno apidog thunder_client rest_client",
    "zh-TW": "postman",
    ja: "postman ポストマン",
  },
  {
    en: "incognito private_window private_browsing",
    "zh-TW": "無痕 無痕模式 無痕視窗 私密瀏覽",
    ja: "シークレットモード シークレットウィンドウ プライベートブラウズ",
  },
  {
    en: "ttl lifetime duration expiry expire expires how_long",
    "zh-TW": "多久 時間 時效 有效時間 有效期限 幾秒 秒數",
    ja: "時間 秒数 期間 有効期間 有効期限 何秒",
  },
  {
    en: "strip strips stripped remove removes removed drops swallowed swallows loses",
    "zh-TW": "吃掉 拿掉 刪掉 濾掉 蓋掉 移除 弄丟",
    ja: "消す 消える 消えた 削除される 落とす 外れる",
  },
  { en: "api endpoint apis endpoints", "zh-TW": "api 接口 端點", ja: "api エンドポイント" },
  { en: "phone mobile smartphone", "zh-TW": "手機 行動裝置", ja: "スマホ スマートフォン 携帯" },
  { en: "permission prompt permissions", "zh-TW": "權限 授權提示", ja: "権限 許可ダイアログ" },
  { en: "cached stale old_result", "zh-TW": "舊的", ja: "古い" },
  { en: "clear delete_cache flush purge", "zh-TW": "清除 清 清掉 清空", ja: "消す クリア 削除" },
  {
    en: "already_fixed just_fixed still_failing still_fails still_broken still_error still_not_working",
    "zh-TW": "改好了 修好了 改好 改完 改了 改過 修正後",
    ja: "直した 直したのに 修正した 修正しても 変えたのに 設定したのに 反映されない",
  },
];

/**
 * What words of a language, and English ones, stand for.
 * @returns by the word's stem, squashed: the one word for all that mean the same, itself among them
 */
export function alikeOf(language: Language): ReadonlyMap<string, string> {
  const alike = new Map<string, string>();
  for (const meaning of meanings) {
    const own = meaning[language as keyof typeof meaning] ?? meaning.en;
    const words = [...own.split(" "), ...meaning.en.split(" ")].map((word) => squash(word));
    for (const word of words) if (!alike.has(stemOf(word))) alike.set(stemOf(word), words[0] ?? "");
  }
  return alike;
}
