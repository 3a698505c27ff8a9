/** A table; the cells are Markdown already. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text that Markdown and HTML leave alone, on one line. `@` is written so that nobody is notified. */
export function text(value: string): string {
  const oneLine = value
    .replace(/[\s\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/[\\`*_[\]|~]/g, (character) => `\\${character}`);
  return oneLine.replace(/[&<>@]/g, (character) => `&#${character.charCodeAt(0)};`);
}

export function code(value: string): string {
  return `<code>${text(value)}</code>`;
}
