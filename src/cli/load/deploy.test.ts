import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, parseAllDocuments, visit } from 'yaml';
import { z } from 'zod';
import { readPlan } from '../../load/plan/read-plan.js';
import { program } from '../program.js';

const DEPLOY = fileURLToPath(new URL('../../../deploy/', import.meta.url));
const FILES = readdirSync(DEPLOY, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ya?ml$/.test(name))
  .sort();

function documentsOf(name: string) {
  return parseAllDocuments(readFileSync(join(DEPLOY, name), 'utf8'), { merge: true });
}

/** Everything after the word `pipehat`, wherever a file starts it: a list of words, a list and its arguments, a shell line. */
function commandsIn(name: string): readonly (readonly string[])[] {
  const found: string[][] = [];
  for (const document of documentsOf(name)) {
    visit(document, {
      Map: (_key, node) => {
        const words = ['command', 'args'].flatMap(
          (key) => z.array(z.string()).safeParse(plain(node.get(key))).data ?? [],
        );
        const run = node.get('run');
        if (words.length > 0) found.push(words);
        if (typeof run === 'string') found.push(run.replaceAll(/\$\{\{(.*?)\}\}/g, filledIn).split(/\s+/));
      },
    });
  }
  return found.flatMap((words) => (words.includes('pipehat') ? [words.slice(words.indexOf('pipehat') + 1)] : []));
}

/** What an expression of the workflow may stand for. */
function filledIn(_whole: string, expression: string): string {
  if (expression.includes('outputs.at')) return '2026-03-01T08:00:00Z';
  return /'(--[\w-]+)'/.exec(expression)?.[1] ?? '1';
}

function plain(node: unknown): unknown {
  return typeof node === 'object' && node !== null && 'toJSON' in node ? JSON.parse(JSON.stringify(node)) : node;
}

/** What is wrong with a command line; undefined where the command takes it. */
function complaint(words: readonly string[]): string | undefined {
  const root = program();
  const command = root.commands.find((one) => one.name() === words[0]);
  if (command === undefined) return `there is no command ${words[0]}`;
  command.exitOverride().configureOutput({ writeErr: () => {} });
  try {
    const { unknown } = command.parseOptions([...words.slice(1)]);
    return unknown.length === 0 ? undefined : `pipehat ${words[0]} has no ${unknown.join(' ')}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Every scalar under a key, in every document of a file. */
function valuesOf(name: string, key: string): readonly unknown[] {
  const values: unknown[] = [];
  for (const document of documentsOf(name)) {
    visit(document, {
      Pair: (_key, { key: own, value }) => {
        if (isScalar(own) && own.value === key) values.push(isScalar(value) ? value.value : value);
      },
    });
  }
  return values;
}

describe('deploy/', () => {
  it('has what the guide names', () => {
    expect(FILES).toEqual([
      'ci-matrix.yml',
      'compose.yaml',
      ...['agents', 'coordinator', 'nats', 'receiver'].map((name) => join('kubernetes', `${name}.yaml`)),
    ]);
  });

  it.each(FILES)('%s is YAML without a mistake', (name) => {
    for (const { errors, warnings, contents } of documentsOf(name)) {
      expect([...errors, ...warnings]).toEqual([]);
      expect(isMap(contents)).toBe(true);
    }
  });

  it.each(FILES.filter((name) => !name.endsWith('nats.yaml')))('%s starts commands that exist', (name) => {
    const commands = commandsIn(name);
    expect(commands.length).toBeGreaterThan(0);
    for (const words of commands) expect(complaint(words), words.join(' ')).toBeUndefined();
  });

  it('would notice a command or an option that does not exist', () => {
    expect(complaint(['load-agent', '--nats', 'x', '--recieve'])).toBe('pipehat load-agent has no --recieve');
    expect(complaint(['loadagent'])).toBe('there is no command loadagent');
    expect(complaint(['load', '--agents=many'])).toContain('whole number');
  });

  it('wants as many agents as it starts, each once', () => {
    const agents = join('kubernetes', 'agents.yaml');
    const [completions, parallelism, mode, again] = [
      'completions',
      'parallelism',
      'completionMode',
      'backoffLimit',
    ].map((key) => valuesOf(agents, key)[0]);
    expect([parallelism, mode, again]).toEqual([completions, 'Indexed', 0]);
    expect(commandsIn(join('kubernetes', 'coordinator.yaml'))[0]).toContain(`--agents=${completions}`);
    expect(commandsIn('compose.yaml').find(([command]) => command === 'load')).toContain(
      `--agents=${valuesOf('compose.yaml', 'replicas')[0]}`,
    );
  });

  it('holds a plan that can be read, whose far end is where the receiver listens', () => {
    const [plan] = valuesOf(join('kubernetes', 'coordinator.yaml'), 'load.yaml');
    const file = readPlan(String(plan));
    if (file.kind === 'mistaken') throw new Error(JSON.stringify(file.mistakes));
    const port = Object.values(file.plan.farEnds ?? {})[0]?.listen.split(':')[1];
    const receiver = join('kubernetes', 'receiver.yaml');
    expect([...valuesOf(receiver, 'port'), ...valuesOf(receiver, 'containerPort')].map(String)).toEqual([port, port]);
  });
});
