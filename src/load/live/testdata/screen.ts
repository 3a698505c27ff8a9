import type { LiveOutput } from '../live-view.js';

/** A terminal that obeys what the live view uses: line feed, return, cursor up, erase to the end of line and screen. */
export class Screen implements LiveOutput {
  readonly isTTY = true;
  readonly columns: number;
  #lines: string[] = [''];
  #row = 0;
  #column = 0;

  constructor(columns: number) {
    this.columns = columns;
  }

  /** What stands on it, without empty lines at the end; a line that was too wide has wrapped. */
  get text(): string {
    return this.#lines.map((line) => line.trimEnd()).join('\n').trimEnd();
  }

  write(text: string): void {
    for (const [token, amount, command] of text.matchAll(/\u001b\[(\d*)([A-Za-z])|[^]/gu)) this.#obey(token, Number(amount || 1), command);
  }

  #obey(token: string, amount: number, command: string | undefined): void {
    if (command === 'A') this.#row = Math.max(0, this.#row - amount);
    else if (command === 'K') this.#set(this.#line.slice(0, this.#column));
    else if (command === 'J') this.#lines = [...this.#lines.slice(0, this.#row), this.#line.slice(0, this.#column)];
    else if (command === 'm') return;
    else if (command !== undefined) throw new Error(`unknown command ${command}`);
    else if (token === '\r') this.#column = 0;
    else if (token === '\n') this.#next();
    else this.#put(token);
  }

  #put(character: string): void {
    if (this.#column === this.columns) this.#next();
    this.#set(this.#line.slice(0, this.#column).padEnd(this.#column) + character + this.#line.slice(this.#column + 1));
    this.#column++;
  }

  #next(): void {
    this.#row++;
    this.#column = 0;
    if (this.#lines.length <= this.#row) this.#lines.push('');
  }

  get #line(): string {
    return this.#lines[this.#row] ?? '';
  }

  #set(line: string): void {
    this.#lines[this.#row] = line;
  }
}
