import { type DefectName, Defects } from '../defects.js';
import { readHeader } from '../header.js';
import { type RecordIndex, recordIndex } from '../index/record-index.js';
import { Intake } from '../intake.js';
import { locationText } from '../problem.js';
import { Routes } from '../routes.js';

/** Answers to the messages in their order: AA with the destinations, or the code with the first error and its place. */
export function answers(messages: readonly string[], ...defects: readonly DefectName[]): string[] {
  return judge(messages, recordIndex(new Defects(defects)));
}

/** The same, on an index that can be looked at afterwards. */
export function judge(messages: readonly string[], index: RecordIndex): string[] {
  const intake = new Intake(index, new Routes(index.orders));
  return messages.map((text) => {
    const raw = Buffer.from(text, 'latin1');
    const decision = intake.decide(raw, readHeader(raw));
    if (decision.kind === 'keep') return `AA ${decision.message.to.join(' ')}`.trim();
    if (decision.kind !== 'refuse') return decision.kind;
    const [first] = decision.verdict.problems;
    return `${decision.verdict.code} ${first?.code} ${first?.at ? locationText(first.at) : ''}`.trim();
  });
}

/** The answer to the last of them; the ones before must be accepted. */
export function last(...messages: readonly string[]): string {
  const all = answers(messages);
  const refused = all.slice(0, -1).find((answer) => !answer.startsWith('AA'));
  if (refused) throw new Error(`an earlier message was answered ${refused}`);
  return all.at(-1) ?? '';
}

/** Where every ADT message goes. */
export const ADT_OUT = 'AA lis ris pharmacy';
