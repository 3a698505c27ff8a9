/** The name of a field in the base standard, `Patient Identifier List`; undefined where the version does not know it. */
export type FieldName = (version: string, segment: string, position: number) => string | undefined;

/**
 * Gives each field that is shown a class, and the style rules that hold the names. A name stands once in the page,
 * not once a field: with 400 messages that is the difference between one megabyte and four.
 */
export class FieldClasses {
  readonly #nameOf: FieldName;
  readonly #classes = new Map<string, string>();
  readonly #used = new Map<string, number>();

  constructor(nameOf: FieldName) {
    this.#nameOf = nameOf;
  }

  /** `PID-3`, or `PID-3 PID-3_2` where another version has another name for it; undefined for what is no segment name. */
  classOf(version: string, segment: string, position: number): string | undefined {
    if (!/^[A-Z][A-Z0-9]{2}$/.test(segment)) return undefined;
    const place = `${segment}-${position}`;
    const label = `${place} ${this.#nameOf(version, segment, position) ?? ''}`.trim();
    const known = this.#classes.get(label);
    if (known !== undefined) return known;
    const count = (this.#used.get(place) ?? 0) + 1;
    this.#used.set(place, count);
    const made = count === 1 ? place : `${place} ${place}_${count}`;
    this.#classes.set(label, made);
    return made;
  }

  /** Style rules that set `--n` to the name of each field used so far. */
  rules(): string {
    return [...this.#classes].map(([label, name]) => `.${name.split(' ').at(-1)}{--n:${cssString(label)}}`).join('\n');
  }
}

function cssString(text: string): string {
  const inert = text.replace(/[^A-Za-z0-9 ,.()/'+&:-]/g, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
  return `"${inert}"`;
}
