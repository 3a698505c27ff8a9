import { type Paint, painter, plain } from '../paint.js';
import type { FindingsDocument, FindingsFormat } from './findings-format.js';
import { fold } from './fold.js';
import { group } from './group.js';
import { groupText } from './text-group.js';
import type { ValidatedMessage, ValidationFacts, ValidationSummary } from './validated-message.js';
import { counted, countsOf, countsOfMessage, nameOf } from './words.js';

/** For people at a terminal: each kind of finding once a message, with its line and a mark under its place. */
export const TEXT: FindingsFormat = {
  name: 'text',
  summary: 'for people: the line of each finding, with a mark under its place',
  needsAllLines: false,
  needsFingerprints: false,
  piece: messageText,
  document: textDocument,
};

function messageText(message: ValidatedMessage, facts: ValidationFacts): string {
  const paint = painter(facts.colours);
  const groups = group(facts.isVerbose ? unfolded(message) : fold(message.findings));
  if (groups.length === 0 && !facts.isVerbose) return '';
  const blocks = groups.map((one) => groupText(one, message, facts, paint));
  const accepted = facts.isVerbose ? message.accepted.map((one) => acceptedLine(one, paint)) : [];
  return `${[heading(message, paint), ...blocks, ...accepted].join('\n')}\n\n`;
}

function unfolded({ findings }: ValidatedMessage) {
  return findings.map((finding) => ({ finding, followers: [] }));
}

const MARKS = { passed: ['green', '\u2714'], failed: ['red', '\u2718'], untestable: ['magenta', '?'] } as const;

function heading(message: ValidatedMessage, paint: Paint): string {
  const [colour, mark] = MARKS[message.verdict];
  const about = [message.type, message.controlId].filter((text) => text !== '').join('  ');
  const profile = message.profile === '' ? '' : paint('dim', `  by ${plain(message.profile)}`);
  const counts = countsOf(countsOfMessage(message)) || 'no findings';
  const name = paint('bold', plain(nameOf(message)));
  return `${paint(colour, mark)} ${name}${about === '' ? '' : `  ${plain(about)}`}${profile}  ${counts}`;
}

function acceptedLine({ finding, why }: ValidatedMessage['accepted'][number], paint: Paint): string {
  const place = finding.path ? ` ${finding.path}` : '';
  return paint('dim', plain(`  accepted  ${finding.code}${place}: ${why}`));
}

function textDocument(facts: ValidationFacts): FindingsDocument {
  return {
    begin: () => '',
    add: (piece) => piece,
    end: (summary) => `${summaryLines(summary, painter(facts.colours)).join('\n')}\n`,
  };
}

const VERDICTS = { passed: 'green', failed: 'red', untestable: 'magenta' } as const;

function summaryLines(summary: ValidationSummary, paint: Paint): readonly string[] {
  const { messages, sources, failed, untestable, accepted, expired, verdict } = summary;
  const where = sources === 1 ? '' : ` in ${counted(sources, 'file')}`;
  const parts = [
    ...(failed > 0 ? [`${failed.toLocaleString('en')} failed`] : []),
    ...(untestable > 0 ? [`${untestable.toLocaleString('en')} untestable`] : []),
    ...(messages > failed + untestable ? [`${(messages - failed - untestable).toLocaleString('en')} passed`] : []),
  ];
  const counts = countsOf(summary);
  return [
    `${paint(VERDICTS[verdict], verdict.toUpperCase())}  ${counted(messages, 'message')}${where}: ${parts.join(', ') || 'none judged'}${counts === '' ? '' : `; ${counts}`}`,
    ...(accepted > 0 ? [`        ${counted(accepted, 'finding')} accepted by the baseline`] : []),
    ...expired.map((entry) => paint('yellow', plain(`        no longer accepted: ${entry}`))),
    ...(verdict === 'untestable'
      ? ['        rules of the profile that cannot be judged are not green; --allow-untestable gives exit code 0']
      : []),
  ];
}
