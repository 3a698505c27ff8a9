import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prometheusText, type RunningLoad } from './prometheus.js';

const RUNNING: RunningLoad = {
  second: 42,
  ofSeconds: 60,
  rate: 1_998,
  plannedRate: 2_000,
  inFlight: 12,
  waiting: 3,
  connections: 64,
  offered: 84_000,
  sent: 83_996,
  acknowledged: 83_984,
  errors: 3,
  dropped: 0,
  responseP50: 1.2,
  responseP99: 182,
  latenessP99: 0.93,
  ledger: { delivered: 83_980, lost: 4, duplicated: 1, altered: 0 },
};

const LINE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)\{((?:[a-z_]+="(?:[^"\\\n]|\\\\|\\"|\\n)*",?)*)\} (\d+(?:\.\d+)?(?:e-?\d+)?)$/;

describe('the text for Prometheus', () => {
  const text = prometheusText('evening "peak"\n', RUNNING);

  it('is the text exposition format: help and type before the samples of each metric, all of them well-formed', () => {
    const typed = new Set<string>();
    for (const line of text.trimEnd().split('\n')) {
      const [, announced] = /^# TYPE (\w+) (?:counter|gauge)$/.exec(line) ?? [];
      if (announced !== undefined) typed.add(announced);
      else if (!/^# HELP \w+ \S/.test(line)) expect(typed.has(LINE.exec(line)?.[1] ?? line)).toBe(true);
    }
    expect(typed.size).toBe(16);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('gives seconds, as is the custom there, with lateness beside every response time', () => {
    expect(text).toContain('pipehat_load_response_p99_seconds{run="evening \\"peak\\"\\n"} 0.182\n');
    expect(text).toContain('pipehat_load_lateness_p99_seconds{run="evening \\"peak\\"\\n"} 0.00093\n');
    expect(text).toContain('pipehat_load_ledger_messages{run="evening \\"peak\\"\\n",fate="duplicated"} 1\n');
    expect(text).toContain('pipehat_load_ledger_messages{run="evening \\"peak\\"\\n",fate="lost"} 4\n');
    expect(text).toContain('pipehat_load_waiting{run="evening \\"peak\\"\\n"} 3\n');
  });

  it('is silent about what is not measured', () => {
    const { ledger: _none, ...rest } = RUNNING;
    const bare = prometheusText('x', { ...rest, responseP50: 0, responseP99: 0 });
    expect(bare).not.toContain('ledger');
    expect(bare).not.toContain('response_p');
    expect(bare).toContain('pipehat_load_dropped_total{run="x"} 0\n');
  });
});

interface Panel {
  readonly id: number;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: readonly { readonly expr: string }[];
}

describe('deploy/grafana/pipehat-load.json', () => {
  const source = readFileSync(new URL('../../deploy/grafana/pipehat-load.json', import.meta.url), 'utf8');
  const { panels }: { readonly panels: readonly Panel[] } = JSON.parse(source);
  const exposed = new Set([...prometheusText('x', RUNNING).matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name));
  const named = new Set(source.match(/pipehat_load_\w+/g));

  it('names no metric that is not exposed, and leaves none out', () => {
    expect([...named].filter((name) => !exposed.has(name))).toEqual([]);
    expect([...exposed].filter((name) => !named.has(name ?? ''))).toEqual([]);
  });

  it('asks for rates of counters alone, and of every counter that is drawn over time', () => {
    const drawn = panels
      .flatMap(({ targets }) => targets.map(({ expr }) => expr))
      .filter((expr) => expr.includes('rate('));
    expect(drawn.length).toBeGreaterThan(3);
    for (const expr of drawn)
      expect(expr).toMatch(/^rate\(pipehat_load_\w+_total\{run=~"\$run"\}\[\$__rate_interval\]\)$/);
  });

  it('lays its panels side by side', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, n) => `${x + (n % w)},${y + Math.floor(n / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(Math.max(...panels.map(({ gridPos: { x, w } }) => x + w))).toBeLessThanOrEqual(24);
  });
});
