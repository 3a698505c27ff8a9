import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import type { Finding } from '../evidence/finding.js';
import { FINDING_CODES } from './report/finding-codes.js';
import { damagedMessage } from './testdata/damaged-message.js';
import { type FuzzTarget, fuzzTargets } from './testdata/fuzz-targets.js';

/** How many damaged messages are judged; set PIPEHAT_FUZZ_MESSAGES for more: it then tells how long they took. */
const RUNS = Number(process.env['PIPEHAT_FUZZ_MESSAGES'] ?? 1_000);
/** The first of them; set PIPEHAT_FUZZ_FROM to go on where another run has ended. */
const FROM = Number(process.env['PIPEHAT_FUZZ_FROM'] ?? 0);
const isTold = process.env['PIPEHAT_FUZZ_MESSAGES'] !== undefined;
const TOLD_EVERY = 50_000;
const MANY_FAULTS = 20;

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const fixtures = join(process.env['PIPEHAT_FIXTURES'] ?? resolve(repository, '../shared/fixtures'), 'igamt');

const targets = fuzzTargets(fixtures);

/** What must hold of any finding; compared cheaply, since expect() would take most of the time. */
function isRight({ code, message, line, column, path }: Finding): boolean {
  if (!Object.hasOwn(FINDING_CODES, code) || message === '' || path === undefined) return false;
  return line !== undefined && column !== undefined && line >= 1 && column >= 1;
}

interface Judged {
  readonly run: number;
  readonly found: number;
  readonly bytes: number;
  readonly milliseconds: number;
  /** A finding that is none. */
  readonly fault?: string;
}

function judgeOne(run: number): Judged {
  const random = rng('messages', run);
  const target = random.pick(targets);
  const message = damagedMessage(target.message, random.pick(targets).message, random);
  const validator = random.pick(target.validators);
  const begin = process.hrtime.bigint();
  const findings = attempt(run, target, () => validator.validate(message));
  const milliseconds = Number(process.hrtime.bigint() - begin) / 1e6;
  const wrong = findings.find((finding) => !isRight(finding));
  const fault = wrong && `run ${run} of ${target.name}: ${JSON.stringify(wrong)}`;
  return { run, found: findings.length, bytes: message.length, milliseconds, ...(fault && { fault }) };
}

/** Says which message it was; the engine itself must not throw. */
function attempt(run: number, { name }: FuzzTarget, judge: () => readonly Finding[]): readonly Finding[] {
  try {
    return judge();
  } catch (error) {
    throw new Error(`run ${run} of ${name} threw`, { cause: error });
  }
}

/** What was wrong and what took longest, for whoever asks for many runs. */
class Account {
  #slowest: readonly Judged[] = [];
  #milliseconds = 0;
  readonly faults: string[] = [];
  found = 0;

  add(judged: Judged): void {
    if (judged.fault !== undefined && this.faults.length < MANY_FAULTS) this.faults.push(judged.fault);
    this.found += judged.found;
    this.#milliseconds += judged.milliseconds;
    const [, , , , least] = this.#slowest;
    if (least !== undefined && judged.milliseconds < least.milliseconds) return;
    this.#slowest = [...this.#slowest, judged].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 5);
  }

  tell(count: number): void {
    const slowest = this.#slowest.map(
      ({ run, bytes, milliseconds }) => `run ${run}: ${milliseconds.toFixed(1)} ms for ${bytes} bytes`,
    );
    const seconds = (this.#milliseconds / 1_000).toFixed(1);
    console.log(`${count} messages, ${this.found} findings, ${seconds} s; slowest: ${slowest.join('; ')}`);
  }
}

describe(`${RUNS} damaged messages`, () => {
  it('are judged without an exception, each finding with a code and a place', { timeout: 60_000 + RUNS * 100 }, () => {
    const account = new Account();
    for (let run = 0; run < RUNS; run++) {
      account.add(judgeOne(FROM + run));
      if (isTold && (run + 1) % TOLD_EVERY === 0) account.tell(run + 1);
    }
    expect(account.faults).toEqual([]);
    expect(account.found).toBeGreaterThan(RUNS);
  });
});
