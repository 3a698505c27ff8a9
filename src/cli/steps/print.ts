import type { Vocabulary, VocabularyStep } from '../../run/vocabulary.js';

/** What may stand for a parameter whose pattern says nothing to people who do not program. */
const EXPLAINED: Readonly<Record<string, string>> = {
  '': 'any text',
  string: 'a text in quotation marks',
  word: 'one word',
  int: 'a whole number',
  float: 'a number',
  duration: 'a number with its unit: `20 seconds`, `1.5 minutes`; milliseconds, hours and days as well',
  dose: 'a number with its unit: `500 mg`, `2.5 mL`',
  frequency:
    '`every 8 hours`, `every 6 hours as needed`, `twice a day`, `in the morning`, `at bedtime`, `once`, `continuously`',
  'field path': 'the place of a field: `PID-3`, `PID-3.1`, `OBX[2]-5`',
  'message type': 'message code and trigger event: `ADT^A01`',
};

/** One paragraph a topic, the comment of each step beneath it. */
export function asText(vocabulary: Vocabulary): string {
  const topics = byTopic(vocabulary.steps).map(([topic, steps]) => {
    const lines = steps.flatMap((step) => [`  ${sentence(step)}`, ...(step.doc === '' ? [] : [`      ${step.doc}`])]);
    return [topic, ...lines].join('\n');
  });
  return topics.join('\n\n');
}

/** The page of the guide. Without line numbers, so that it changes only when the vocabulary does. */
export function asMarkdown(vocabulary: Vocabulary): string {
  const topics = byTopic(vocabulary.steps).flatMap(([topic, steps]) => [
    `## ${topic}`,
    '',
    '| step | meaning |',
    '|---|---|',
    ...steps.map((step) => `| ${code(sentence(step))} | ${cell(step.doc)} |`),
    '',
  ]);
  const parameters = vocabulary.parameters.map(
    ({ name, patterns }) => `| \`{${name}}\` | ${EXPLAINED[name] ?? choices(patterns)} |`,
  );
  return [...topics, '## Parameters', '', '| name | what may stand there |', '|---|---|', ...parameters].join('\n');
}

function sentence(step: VocabularyStep): string {
  return `${step.keyword === 'step' ? '*' : step.keyword} ${step.pattern}`;
}

function byTopic(steps: readonly VocabularyStep[]): readonly (readonly [string, readonly VocabularyStep[]])[] {
  const topics = [...new Set(steps.map((step) => step.topic))];
  return topics.map((topic) => [topic, steps.filter((step) => step.topic === topic)]);
}

/** The words of `planned|open|closed`; a pattern that is more than words is shown as it is. */
function choices(patterns: readonly string[]): string {
  return patterns
    .flatMap((pattern) => (/^[\w .^'-]+(\|[\w .^'-]+)*$/.test(plain(pattern)) ? plain(pattern).split('|') : [pattern]))
    .map(code)
    .join(', ');
}

function plain(pattern: string): string {
  return pattern.replaceAll('\\.', '.');
}

/** A bar ends a table's cell even inside code; more back-ticks outside than inside keep those of the text. */
function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${cell(text)}${fence}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
