/** Where a command prints: results to `out`, remarks and errors to `err`. Each call is one or more whole lines. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
}

export const terminal: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
};
