import { strongQuoted } from "./syntaxes.ts";

/** What has to be known of a shell to write a command for it. */
export interface Shell {
  /** As it is called in every language. */
  name: string;
  curl: string;
  /** The end of a line after which the command goes on. */
  continued: string;
  /** What keeps its meaning within quotes. No name and no origin has anything outside printable ASCII. */
  refused: RegExp;
  /** Writes a text that has nothing refused in it as one word. */
  quoted: (text: string) => string;
  /** How long a command may be, in characters. */
  longest: number;
}

/** The shells that commands are written for. Those in the content are for `bash` alone. */
export const shells = {
  /** Nothing means anything between single quotes: https://www.gnu.org/software/bash/manual/html_node/Single-Quotes.html */
  bash: {
    name: "bash, zsh",
    curl: "curl",
    continued: " \\\n",
    refused: /[^ -~]/,
    quoted: strongQuoted,
    longest: Number.POSITIVE_INFINITY,
  },
  /**
   * Between double quotes cmd still expands `%NAME%`, and `!NAME!` where that is switched on, and at its prompt
   * nothing takes that from them: https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/cmd,
   * and phase by phase https://stackoverflow.com/questions/4094699. The quotes themselves are taken off by the
   * program, to which a backslash before one means something:
   * https://learn.microsoft.com/en-us/cpp/c-language/parsing-c-command-line-arguments. What is beyond the longest
   * line may be run as a line of its own:
   * https://learn.microsoft.com/en-us/troubleshoot/windows-client/shell-experience/command-line-string-limitation
   */
  cmd: {
    name: "cmd",
    curl: "curl.exe",
    continued: " ^\n",
    refused: /[%!"\\]|[^ -~]/,
    quoted: (text) => `"${text}"`,
    longest: 8191,
  },
  /**
   * Nothing means anything between single quotes, and two of them are one:
   * https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_quoting_rules.
   * Double quotes and backslashes do not always reach a program as they are:
   * https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_parsing. `--%` ends the
   * reading of quotes even between them: https://github.com/PowerShell/PowerShell/issues/11608. In Windows
   * PowerShell `curl` is another command.
   */
  powershell: {
    name: "PowerShell",
    curl: "curl.exe",
    continued: " `\n",
    refused: /["\\]|^--%$|[^ -~]/,
    quoted: (text) => `'${text.replaceAll("'", "''")}'`,
    longest: Number.POSITIVE_INFINITY,
  },
} as const satisfies Record<string, Shell>;

export type ShellId = keyof typeof shells;

/** What Markdown calls the languages of blocks with commands. Pages say of them for which shells they are. */
export const shellLanguages: ReadonlySet<string> = new Set(["sh", "bash"]);
