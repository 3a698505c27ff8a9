/**
 * Says where a delimiter stands that is rare in a message. Asked from the beginning of the text to its end, it looks through the
 * text once, however often it is asked.
 */
export class NextDelimiter {
  #text = '';
  #character = '';
  /** The first occurrence at or behind `from` is `at`. */
  #from = 0;
  #at = -1;

  begin(text: string, character: string): void {
    this.#text = text;
    this.#character = character;
    this.#from = 0;
    this.#at = -1;
  }

  /** Whether it stands between the offsets; `end` is not included. */
  isWithin(start: number, end: number): boolean {
    if (start < this.#from || start > this.#at) this.#search(start);
    return this.#at < end;
  }

  #search(start: number): void {
    const found = this.#text.indexOf(this.#character, start);
    this.#from = start;
    this.#at = found === -1 ? this.#text.length : found;
  }
}
