// Writes docs/vocabulary.md from the built steps: what they say and the comment above each. `--check` writes nothing and
// fails where the page differs.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PAGE = new URL('../docs/vocabulary.md', import.meta.url);
const MAIN = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url));

const HEAD = `# The vocabulary

Every sentence that a scenario can say. Made from the steps themselves by \`npm run vocabulary\`; in a project of your own,
\`npx pipehat steps\` lists these and your own.

\`{string}\` stands for a text in quotation marks, \`{int}\` for a whole number; the other names in braces are in the last table. A
word in brackets may follow: \`a(n)\` is \`a\` or \`an\`. *Given* is what has been done, and was accepted; *When* is what is done now;
*Then* is what must come of it. Any of the three words may introduce any step.
`;

const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'steps', '--format', 'markdown'], {
  cwd: root,
  encoding: 'utf8',
});
if (status !== 0) {
  console.error(stderr);
  process.exit(1);
}

const text = `${HEAD}\n${stdout}`;
if (!process.argv.includes('--check')) writeFileSync(PAGE, text);
else if (readFileSync(PAGE, 'utf8').replaceAll('\r\n', '\n') !== text) {
  console.error(`${fileURLToPath(PAGE)} is not what the steps say: run npm run vocabulary`);
  process.exitCode = 1;
}
