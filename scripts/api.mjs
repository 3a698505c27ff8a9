// Writes docs/api.txt: every name that the package exports, with its kind. `--check` writes nothing and fails where the
// page differs. A new line there is a decision, a lost one is breaking.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = new URL('../', import.meta.url);
const PAGE = new URL('docs/api.txt', root);
const ENTRIES = { pipehat: 'src/index.ts', 'pipehat/steps': 'steps/index.ts', 'pipehat/contracts': 'src/contracts.ts' };

/** `['value lis', 'type Role']`. An entry file holds nothing but re-exports, so that its syntax tells all. */
function exportsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(new URL(file, root), 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    const clause = ts.isExportDeclaration(statement) ? statement.exportClause : undefined;
    if (clause === undefined) throw new Error(`${file}: an entry of the package only re-exports names, one by one`);
    if (ts.isNamespaceExport(clause)) return [`value ${clause.name.text}`];
    return clause.elements.map(
      ({ name, isTypeOnly }) => `${isTypeOnly || statement.isTypeOnly ? 'type ' : 'value'} ${name.text}`,
    );
  });
}

function page() {
  return Object.entries(ENTRIES)
    .map(([entry, file]) =>
      [
        `${entry}`,
        ...exportsOf(file)
          .sort()
          .map((line) => `  ${line}`),
        '',
      ].join('\n'),
    )
    .join('\n');
}

const text = page();
if (!process.argv.includes('--check')) writeFileSync(PAGE, text);
else if (readFileSync(PAGE, 'utf8').replaceAll('\r\n', '\n') !== text) {
  console.error(`${fileURLToPath(PAGE)} is not what the package exports: if that is meant, run npm run api`);
  process.exitCode = 1;
}
