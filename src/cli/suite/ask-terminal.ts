import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { wallClock } from '../../base/clock.js';
import type { ConfirmationEvidence } from '../../evidence/journal-entry.js';
import type { AskTester } from '../../session/stage.js';

/**
 * Asks the person at the terminal. Where nobody is there (a pipe, CI) every question stays pending, and so does one that is
 * left with Ctrl-D. `interrupt` is called at Ctrl-C, which a prompt would keep to itself.
 */
export function askTerminal(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  interrupt: () => void = () => process.emit('SIGINT'),
): AskTester {
  if (!input.isTTY || !output.isTTY) return (question) => Promise.resolve({ question, verdict: 'pending' });
  return async (question, wants) => {
    const lines = createInterface({ input, output });
    const left = new AbortController();
    lines.on('SIGINT', interrupt);
    lines.once('close', () => left.abort());
    const ask: Ask = (prompt) => lines.question(prompt, { signal: left.signal });
    try {
      return wants === 'action' ? await askForAction(ask, question) : await askForVerdict(ask, question);
    } catch (error) {
      if (!left.signal.aborted) throw error;
      return { question, verdict: 'pending' };
    } finally {
      lines.close();
    }
  };
}

type Ask = (prompt: string) => Promise<string>;

async function askForAction(ask: Ask, question: string): Promise<ConfirmationEvidence> {
  await ask(`\n>> ${question}\n   press Enter when it is done: `);
  return { question, verdict: 'confirmed', at: wallClock().toISOString() };
}

async function askForVerdict(ask: Ask, question: string): Promise<ConfirmationEvidence> {
  const answer = await ask(`\n>> Please confirm: ${question}\n   y = yes, n = no, Enter = nobody can say now: `);
  const verdict = /^y/i.test(answer) ? 'confirmed' : /^n/i.test(answer) ? 'rejected' : 'pending';
  if (verdict === 'pending') return { question, verdict };
  const comment = await ask('   comment (Enter for none): ');
  const tester = await ask('   your name: ');
  const picture = await askForPicture(ask);
  const at = wallClock().toISOString();
  return { question, verdict, at, ...(comment && { comment }), ...(tester && { tester }), ...(picture && { picture }) };
}

/** The file's bytes as base64; asks again until it can be read or none is wanted. */
async function askForPicture(ask: Ask): Promise<string | undefined> {
  for (;;) {
    const file = await ask('   picture, a PNG or JPEG file (Enter for none): ');
    if (file === '') return undefined;
    try {
      return readFileSync(file.replace(/^(['"])(.*)\1$/, '$2')).toString('base64');
    } catch (error) {
      await ask(`   ${error instanceof Error ? error.message : String(error)}; press Enter and try again: `);
    }
  }
}
