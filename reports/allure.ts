/** How to call a program: nothing here starts it. */
export interface CommandLine {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The report's file inside the folder that `allureCommand` writes to. */
export const ALLURE_FILE = 'index.html';

/**
 * Arguments and environment for allure-commandline 2: one file that opens by double click, made anew, without analytics.
 * The variable must say `true`; `1` is not understood.
 */
export function allureCommand(resultsDir: string, reportDir: string): CommandLine {
  return {
    args: ['generate', '--single-file', '--clean', '--output', reportDir, resultsDir],
    env: { ALLURE_NO_ANALYTICS: 'true' },
  };
}

const EXTERNAL = String.raw`["']?\s*(?:https?:)?//`;
const EXTERNAL_SCRIPT = new RegExp(String.raw`<script\b[^>]*\bsrc\s*=\s*${EXTERNAL}[^>]*>[\s\S]*?</script\s*>`, 'gi');
const EXTERNAL_LINK = new RegExp(String.raw`<link\b[^>]*\bhref\s*=\s*${EXTERNAL}[^>]*>`, 'gi');
const ANALYTICS =
  /<script\b[^>]*>(?:(?!<\/script)[\s\S]){0,4000}?(?:googletagmanager|google-analytics|gtag\()[\s\S]*?<\/script\s*>/gi;

/** Whatever else a report wants to load or to tell is forbidden by this: the report itself is all inline. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' data: blob:; style-src 'unsafe-inline' data:; img-src data: blob:; font-src data:; media-src data: blob:; frame-src data: blob:; connect-src data: blob:; base-uri 'none'; form-action 'none'";

/** An Allure report without anything that reaches for a network: a report that is opened must tell nobody. */
export function withoutNetwork(page: string): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  return page
    .replace(EXTERNAL_SCRIPT, '')
    .replace(EXTERNAL_LINK, '')
    .replace(ANALYTICS, '')
    .replace(/<head(\s[^>]*)?>/i, (head) => `${head}${policy}`);
}
