import type { Terminal } from '../terminal.js';

/** A terminal that keeps what is printed and tells when a line comes. */
export class Recorder implements Terminal {
  readonly lines: string[] = [];
  readonly errors: string[] = [];
  readonly #waiting: { readonly pattern: RegExp; readonly found: (line: string) => void }[] = [];

  out(text: string): void {
    for (const line of text.split('\n')) {
      this.lines.push(line);
      for (const { pattern, found } of this.#waiting) if (pattern.test(line)) found(line);
    }
  }

  err(text: string): void {
    this.errors.push(...text.split('\n'));
  }

  /** The first line, printed already or yet to come, that matches. */
  line(pattern: RegExp): Promise<string> {
    const printed = this.lines.find((line) => pattern.test(line));
    if (printed !== undefined) return Promise.resolve(printed);
    return new Promise((found) => this.#waiting.push({ pattern, found }));
  }

  get text(): string {
    return this.lines.join('\n');
  }
}
