import type { Vocabulary, VocabularyStep } from '../../run/vocabulary.js';

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
    ({ name, patterns }) => `| \`{${name}}\` | ${patterns.map(code).join(' or ')} |`,
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

/** A bar ends a table's cell even inside code; more back-ticks outside than inside keep those of the text. */
function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${cell(text)}${fence}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
