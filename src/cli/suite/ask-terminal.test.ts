import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { askTerminal } from './ask-terminal.js';

/** A terminal at which the keys are pressed by the test, each when the prompt before it has been shown. */
function terminal(...answers: readonly string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  let shown = '';
  let interruptions = 0;
  const left = [...answers];
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
    const answer = /: $/.test(shown) ? left.shift() : undefined;
    if (answer === undefined) return;
    shown += '\n';
    setImmediate(() => input.write(answer));
  });
  const interrupt = (): void => {
    interruptions++;
    input.end();
  };
  const ask = askTerminal(input as unknown as NodeJS.ReadStream, output as unknown as NodeJS.WriteStream, interrupt);
  return { ask, shown: () => shown, interruptions: () => interruptions };
}

const QUESTION = 'the label is printed';

describe('a tester at the terminal', () => {
  it('confirms, with comment, name and a picture; one that cannot be read is asked for again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pipehat-ask-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'label.png'), 'PNG');
    const keys = ['yes\n', 'on both printers\n', 'Ada\n', 'nowhere.png\n', '\n', `"${join(folder, 'label.png')}"\n`];
    const { ask, shown } = terminal(...keys);
    expect(await ask(QUESTION, 'confirmation')).toEqual({
      question: QUESTION,
      verdict: 'confirmed',
      comment: 'on both printers',
      tester: 'Ada',
      picture: Buffer.from('PNG').toString('base64'),
      at: expect.stringMatching(/^\d{4}-/),
    });
    expect(shown()).toMatch(/>> Please confirm: the label is printed/);
    expect(shown()).toMatch(/nowhere\.png'?; press Enter and try again/);
  });

  it('rejects, and need not say more', async () => {
    const { ask } = terminal('n\n', '\n', '\n', '\n');
    expect(await ask(QUESTION, 'confirmation')).toEqual({
      question: QUESTION,
      verdict: 'rejected',
      at: expect.stringMatching(/^\d{4}-/),
    });
  });

  it.each(['\n', 'perhaps\n'])('who answers %j has not looked yet', async (answer) => {
    expect(await terminal(answer).ask(QUESTION, 'confirmation')).toEqual({ question: QUESTION, verdict: 'pending' });
  });

  it('does something and says when it is done', async () => {
    const { ask, shown } = terminal('\n');
    expect(await ask('admit Amelia', 'action')).toMatchObject({ question: 'admit Amelia', verdict: 'confirmed' });
    expect(shown()).toMatch(/>> admit Amelia\r?\n {3}press Enter when it is done: /);
  });

  it('may leave a question with Ctrl-D', async () => {
    expect(await terminal('\x04').ask(QUESTION, 'confirmation')).toEqual({ question: QUESTION, verdict: 'pending' });
  });

  it('may stop the run with Ctrl-C, which a prompt would keep to itself', async () => {
    const { ask, interruptions } = terminal('\x03');
    expect(await ask('admit Amelia', 'action')).toEqual({ question: 'admit Amelia', verdict: 'pending' });
    expect(interruptions()).toBe(1);
  });
});

it('nobody is there where the input is no terminal', async () => {
  const stream = new PassThrough();
  const ask = askTerminal(stream as unknown as NodeJS.ReadStream, stream as unknown as NodeJS.WriteStream);
  expect(await ask(QUESTION, 'action')).toEqual({ question: QUESTION, verdict: 'pending' });
});
