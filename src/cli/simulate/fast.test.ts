import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { realTimer } from '../../base/timer.js';
import { completePlan } from '../../load/plan/defaults.js';
import { Receiver } from '../../load/receiver/receiver.js';
import { runLoad } from '../../load/run/run-load.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import { MAIN } from '../testdata/project.js';
import { Recorder } from '../testdata/recorder.js';
import { USUAL } from '../testdata/simulate-flags.js';
import type { SimulateFlags } from './options.js';
import { simulateRole } from './simulate.js';

describe('simulate --fast', () => {
  it.each<readonly [string, Partial<SimulateFlags>, RegExp]>([
    ['that nowhere listens', { fast: true }, /listens nowhere/],
    ['an action', { fast: true, listen: 0, pathway: 'finalise' }, /--pathway has no meaning with --fast/],
    ['a service time', { fast: true, listen: 0, serviceTime: 'slow' }, /--service-time: "slow" is no service time/],
    ['shares', { fast: true, listen: 0, errors: 0.7, silence: 0.4 }, /more than 100 %/],
    ['where to', { fast: true, listen: 0, forwardTo: 'lab:1' }, /not an MLLP address/],
    ['another machine', { fast: true, listen: 0, forwardTo: 'mllp://10.1.2.3:1' }, /another machine/],
    ['its options without it', { listen: 0, errors: 0.1 }, /--errors needs --fast/],
  ])('refuses a mistake: %s', async (_, flags, message) => {
    const running = simulateRole('lis', { ...USUAL, ...flags }, new Recorder());
    const error: unknown = await running.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OperatorError);
    expect(error).toMatchObject({ exitCode: EXIT.usage, message: expect.stringMatching(message) });
  });

  it.skipIf(process.platform === 'win32')('answers, passes on, counts, and ends with Ctrl-C', async () => {
    const timer = realTimer();
    const passed: Buffer[] = [];
    const onwards = new Receiver({
      listen: { port: 0, timer },
      timer,
      serviceTime: { answerAt: (at) => at },
      seed: 's',
      onMessage: (payload) => void passed.push(Buffer.from(payload)),
    });
    expect(await onwards.open()).toBeUndefined();
    onTestFinished(() => onwards.close());
    const options = ['--service-time', 'exponential:2ms', '--errors', '10%', '--silence', '1%'];
    const forward = ['--forward-to', `mllp://127.0.0.1:${onwards.port}`];
    const child = spawn(
      process.execPath,
      [MAIN, 'simulate', 'lis', '--listen', '0', '--fast', ...options, ...forward],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const terminal = new Recorder();
    createInterface({ input: child.stdout }).on('line', (text) => terminal.out(text));
    const [, port] = /mllp:\/\/127\.0\.0\.1:(\d+) \(exp/.exec(await terminal.line(/answers on/)) ?? [];
    const plan = completePlan({
      arrival: { kind: 'open', spacing: 'even', stages: [{ kind: 'constant', rate: 1_000, durationMs: 2_000 }] },
      targets: [{ host: '127.0.0.1', port: Number(port) }],
      connections: 64,
      patients: 1,
      acknowledgmentTimeoutMs: 1_000,
    });
    const run = await runLoad(plan, { pipehat: '0.0.0' });
    const codes = run.kind === 'ran' ? run.result.codes : {};
    expect(await terminal.line(/2,000 received/)).toMatch(
      /\/s {2}2,000 received {2}AA 1,\d\d\d {2}AE \d+ {2}unanswered \d+/,
    );
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(EXIT.passed);
    const total = terminal.lines.at(-1) ?? '';
    const [, AA, AE, none] = /AA ([\d,]+) {2}AE ([\d,]+) {2}unanswered ([\d,]+)/.exec(total) ?? [];
    const number = (text = ''): number => Number(text.replace(',', ''));
    expect([number(AA), number(AE), number(none)]).toEqual([codes['AA'], codes['AE'], codes['timeout']]);
    expect(passed).toHaveLength(number(AA));
    expect(total).toMatch(/^in [\d.]+ s: 2,000 received/);
  });
});
