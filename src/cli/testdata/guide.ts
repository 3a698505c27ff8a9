import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { MAIN, Project } from './project.js';

/** A fenced block of a page: ```console exit=1, ```yaml pipehat.config.yaml added ... */
interface Block {
  readonly language: string;
  readonly info: readonly string[];
  readonly text: string;
}

function blocksOf(page: string): readonly Block[] {
  const fences = page.replaceAll('\r\n', '\n').matchAll(/^```(\S+)?(.*)\n([\s\S]*?)^```$/gm);
  return [...fences].map(([, language = '', info = '', text = '']) => ({
    language,
    info: info.split(' ').filter((word) => word !== ''),
    text,
  }));
}

/** Ports that the guide names; each page gets free ones in their place. */
const PORTS = /\b(2575|6661|700[1-4])\b/g;

/**
 * Follows a page of the guide as its reader would, from block to block. `console`: each line that begins with `$ ` is run,
 * and must exit with 0 or with what `exit=` says; `running`: it is left running. A block with a path is a file of the
 * project: written, `added` to its end, or, where it is `shown`, found there as it is.
 */
export class Reader {
  readonly #project = new Project();
  readonly #running: ChildProcess[] = [];
  readonly #ports = new Map<string, string>();
  #folder = this.#project.folder;

  /** Commands that were run. */
  readonly run: string[] = [];

  async read(page: string): Promise<void> {
    for (const port of new Set(page.match(PORTS))) this.#ports.set(port, String(await freePort()));
    // A page that does not make a project starts in one.
    if (!page.includes('pipehat init ')) await this.#ended(this.#start(['npx', 'pipehat', 'init']));
    for (const block of blocksOf(page)) {
      if (block.language === 'console') await this.#commands(block);
      else if (block.info[0] !== undefined) this.#file(block, block.info[0]);
    }
  }

  leave(): void {
    for (const child of this.#running) child.kill();
    this.#project.remove();
  }

  #file({ info, text }: Block, path: string): void {
    const file = join(this.#folder, path);
    const content = this.#withPorts(text);
    if (info.includes('shown')) {
      if (readFileSync(file, 'utf8').includes(content)) return;
      throw new Error(`the page shows ${path} otherwise than it is`);
    }
    mkdirSync(dirname(file), { recursive: true });
    (info.includes('added') ? appendFileSync : writeFileSync)(file, content);
  }

  async #commands({ info, text }: Block): Promise<void> {
    const expected = Number(info.find((word) => word.startsWith('exit='))?.slice('exit='.length) ?? 0);
    for (const [, line = ''] of text.matchAll(/^\$ (.*)$/gm)) {
      this.run.push(line);
      const words = wordsOf(this.#withPorts(line));
      if (info.includes('running')) await this.#leaveRunning(words);
      else await this.#command(line, words, expected);
    }
  }

  async #command(line: string, words: readonly string[], expected: number): Promise<void> {
    if (words[0] === 'cd') {
      this.#folder = join(this.#folder, words[1] ?? '');
      return;
    }
    // The project of a test is installed by links; scripts/consumer.mjs installs as users do.
    if (words.join(' ') === 'npm install') return;
    const { code, output } = await this.#ended(this.#start(words));
    if (code !== expected) throw new Error(`$ ${line}\nexit code ${code}, expected ${expected}\n${output}`);
  }

  async #leaveRunning(words: readonly string[]): Promise<void> {
    const child = this.#start(words);
    this.#running.push(child);
    await new Promise((resolve, reject) => {
      child.stdout?.once('data', resolve);
      child.once('exit', (code) => reject(new Error(`$ ${words.join(' ')}\nended with ${code}`)));
    });
  }

  #start(words: readonly string[]): ChildProcess {
    return spawn(process.execPath, [MAIN, ...this.#pipehatArguments(words)], { cwd: this.#folder });
  }

  #pipehatArguments(words: readonly string[]): readonly string[] {
    const [first, second, ...rest] = words;
    if (first === 'npx' && second === 'pipehat') return rest;
    if (first === 'npm' && second === 'test') return [...this.#testScript(), ...rest.filter((word) => word !== '--')];
    throw new Error(`the guide shows a command that nobody tests: ${words.join(' ')}`);
  }

  #testScript(): readonly string[] {
    const { scripts } = JSON.parse(readFileSync(join(this.#folder, 'package.json'), 'utf8'));
    return wordsOf(scripts.test).slice(1);
  }

  async #ended(child: ChildProcess): Promise<{ readonly code: number | null; readonly output: string }> {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (output += data));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, output };
  }

  #withPorts(text: string): string {
    return text.replace(PORTS, (port) => this.#ports.get(port) ?? port);
  }
}

function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** Below the ports that clients of the machine are given: what runs beside this page must not come by one before the page uses it. */
const FREE = { from: 15_000, count: 14_000 };
let next = process.pid;

async function freePort(): Promise<number> {
  for (;;) {
    const port = FREE.from + (next++ % FREE.count);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
