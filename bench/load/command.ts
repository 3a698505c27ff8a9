import { spawn } from 'node:child_process';

export type CommandResult =
  | { readonly kind: 'ended'; readonly output: string; readonly cpuMicros: number }
  | { readonly kind: 'failed'; readonly why: string };

/** Runs a program of somebody else to its end, and tells what it and its children needed. A shell keeps the time: Node cannot. */
export function runCommand(
  command: readonly string[],
  { env = {}, timeoutMs }: { readonly env?: Readonly<Record<string, string>>; readonly timeoutMs: number },
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn('/bin/sh', ['-c', '"$@"; status=$?; times; exit $status', 'sh', ...command], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    const [output, errors]: [string[], string[]] = [[], []];
    child.stdout.on('data', (chunk) => output.push(String(chunk)));
    child.stderr.on('data', (chunk) => errors.push(String(chunk)));
    child.once('error', (error) => resolve({ kind: 'failed', why: error.message }));
    child.once('close', (code) => {
      const said = output.join('');
      if (code === 0) resolve({ kind: 'ended', output: said, cpuMicros: childrenMicros(said) });
      else
        resolve({
          kind: 'failed',
          why: code === 127 ? 'it is not installed' : mistakeIn(`${said}\n${errors.join('')}`),
        });
    });
  });
}

/** The last line of `times`: `0m1.250s 0m0.310s` of the children. */
function childrenMicros(said: string): number {
  const times = [...said.matchAll(/(\d+)m(\d+(?:\.\d+)?)s/g)].slice(-2);
  return times.reduce((sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1_000_000, 0);
}

function mistakeIn(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\d+m[\d.]+s \d+m/.test(line));
  const told = lines.find((line) => /error|could not/i.test(line)) ?? lines.at(-1) ?? 'it failed';
  return told.trim().slice(0, 120);
}
