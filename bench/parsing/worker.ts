import type { Effort } from '../effort.js';
import type { Sample } from '../outcome.js';
import { answerQuestions } from '../process/channel.js';
import { EXPECTED_FIELDS } from '../samples.js';
import { type ParsingCase, sampleBytes } from './case.js';
import type { Parser } from './parser.js';
import { loadParser } from './parsers.js';
import { timeRuns } from './time-runs.js';

export interface ParsingQuestion {
  readonly parsingCase: ParsingCase;
  readonly effort: Effort;
}

const NEW_CONTROL_ID = 'REWRITTEN01';

const parser = loadParser(process.argv[2] ?? '');

answerQuestions<ParsingQuestion, Sample>(async ({ parsingCase, effort }) => {
  const run = runOf(await parser, parsingCase);
  return timeRuns(run, effort);
});

/** One run of the case, after it was seen to give the right result. The returned figure keeps the work alive. */
function runOf(library: Parser, { operation, sample }: ParsingCase): () => number {
  const bytes = sampleBytes(sample);
  check(library, operation, bytes);
  switch (operation) {
    case 'read':
      return () => library.read(bytes)[0].length;
    case 'walk':
      return () => library.walk(bytes);
    case 'rewrite':
      return () => library.rewrite(bytes, NEW_CONTROL_ID).length;
  }
}

function check(library: Parser, operation: ParsingCase['operation'], bytes: Buffer): void {
  const wrong = (found: unknown): Error => new Error(`wrong result: ${String(found)}`);
  if (operation === 'read') {
    const found = library.read(bytes).join();
    if (found !== EXPECTED_FIELDS.join()) throw wrong(found);
  } else if (operation === 'walk') {
    const found = library.walk(bytes);
    if (found !== expectedSum(bytes)) throw wrong(found);
  } else {
    const found = library.rewrite(bytes, NEW_CONTROL_ID);
    const wanted = bytes.toString().replace(EXPECTED_FIELDS[0], NEW_CONTROL_ID);
    // Some libraries drop the last segment's CR.
    if (found.toString().trimEnd() !== wanted.trimEnd()) throw wrong(found.toString().slice(0, 40));
  }
}

/** Read without any parser: the samples have neither escapes nor components in OBX-5. */
function expectedSum(bytes: Buffer): number {
  const results = bytes
    .toString()
    .split('\r')
    .filter((line) => line.startsWith('OBX|'));
  return results.reduce((sum, line) => sum + (line.split('|')[5] ?? '').length, 0);
}
