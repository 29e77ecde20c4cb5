import type { TerminalPageStrings } from "../../types.ts";

export const terminalPage: TerminalPageStrings = {
  title: "ターミナルでCORSを調べる",
  lead: "コマンド1つで、ブラウザーと同じようにサーバーへ問い合わせます。Chrome、Firefox、SafariでJavaScriptがレスポンスを受け取れるか、受け取れないならその理由と直し方を示します。",
  start: "Node 20以降があれば使えます。ほかには何もインストールしません。",
  "start.lang":
    "出力はロケールの言語になります。`--lang`でも指定できます。どのコマンドにも`--help`があり、プログラムから使うときは`--json`を付けます。",
  "probe.title": "サーバーに問い合わせる",
  "probe.text":
    "`probe`はブラウザーと同じように、プリフライト、本リクエストの順に送ります。メソッドは正規化し、ヘッダー名は並べ替え、`--cookie`で指定しない限りCookieは送りません。プリフライトのリダイレクトには従わず、本リクエストのリダイレクトにはエンジンごとの動作どおりに従います。`--stack`を付けると、直し方をコードで示します。URLの代わりに、コピーしたcurlコマンドや`fetch()`の呼び出しを引用符で囲んで渡せます。",
  "explain.title": "手元の内容を説明させる",
  "explain.text":
    "`explain`は、診断に貼り付けられるものをすべて読み取ります。コンソールの行、curlの出力、コピーしたリクエスト、HARです。絞り込みに必要なことはその場で質問し、答える人がいなければ一覧にします。",
  "audit.title": "自分のサーバーを検査する",
  "audit.text":
    "`audit`は、このサイトのレシピと同じ項目を調べます。正しいオリジン、ほかのオリジンやよく似たオリジン、`null`、エラー、`Vary`、Max-Age、ヘッダーの重複、トークンのないプリフライトです。送るのはGET、HEAD、OPTIONSだけで、1秒に20件までです。",
  "check.title": "サーバーに接続しない",
  "check.text":
    "`check`は、チェッカーと同じように、ブラウザーがリクエストをどう扱うかを示します。どこにも接続しません。",
  "ci.title": "CIで使う",
  "ci.text":
    "終了ステータスは、通れば0、失敗なら1、判断できなければ2、使い方の誤りなら3です。`--format junit`と`--format sarif`は、テスト結果を表示するツールに渡せます。プレビュー環境を検査するGitHub Actionsのワークフローの例です。",
  "tests.title": "テストで使う",
  "tests.text":
    "`preflight-guide/matchers`は、Vitest、Jest、Playwrightの`expect`を拡張します。失敗したときの表示は、コマンドの表示と同じです。JestでESモジュールを読み込むには、`node --experimental-vm-modules node_modules/jest/bin/jest.js`で起動します。",
  "library.title": "プログラムで使う",
  "library.text":
    "`preflight-guide/rules`はブラウザーの動作を判定し、`preflight-guide/diagnose`は貼り付けた内容から原因を見つけます。どちらもブラウザーで動きます。`preflight-guide/audit`はサーバーに問い合わせます。",
  "secrets.title": "外部に送られるもの",
  "secrets.text":
    "指定したサーバーへのリクエストだけです。トークン、Cookie、そのほか秘密らしいものは`***`と表示します。",
  output: "出力",
  file: "ファイル",
  link: "すべてターミナルからも使えます",
};
