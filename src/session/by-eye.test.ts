import { AssertionError } from 'node:assert';
import { expect, it } from 'vitest';
import type { ConfirmationEvidence } from '../evidence/journal-entry.js';
import { confirmByEye } from './by-eye.js';
import { stage } from './testdata/scenario.js';

const QUESTION = 'the label is printed in the ward';

/** What a step gets to hear where a tester answers so, and what is written down. */
async function asked(answer: Omit<ConfirmationEvidence, 'question'>) {
  const { open, entries } = await stage({ ask: async (question) => ({ question, ...answer }) });
  const told: unknown = await confirmByEye(open(), QUESTION).catch((reason: unknown) => reason);
  const written = entries.flatMap((entry) => (entry.kind === 'confirmation' ? [entry] : []));
  expect(written).toEqual([{ kind: 'confirmation', scenario: 's1', confirmation: { question: QUESTION, ...answer } }]);
  return told;
}

it('what a tester confirms is met', async () => {
  expect(await asked({ verdict: 'confirmed', tester: 'Ada', comment: 'twice', picture: 'aGk=' })).toBeUndefined();
});

it('what nobody has looked at is pending: neither green nor red', async () => {
  expect(await asked({ verdict: 'pending' })).toBe('pending');
});

it('what a tester does not confirm fails, in their words', async () => {
  const error = await asked({ verdict: 'rejected', tester: 'Ada', comment: 'the bed is missing' });
  expect(error).toBeInstanceOf(AssertionError);
  expect(String(error)).toContain(`did not confirm that ${QUESTION} (Ada): the bed is missing`);
});
