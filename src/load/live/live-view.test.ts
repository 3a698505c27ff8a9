import { describe, expect, it } from 'vitest';
import { LiveView } from './live-view.js';
import { progressAt } from './testdata/progress.js';
import { Screen } from './testdata/screen.js';

function watched(columns = 100): { readonly screen: Screen; readonly view: LiveView } {
  const screen = new Screen(columns);
  return { screen, view: new LiveView({ name: 'evening peak', output: screen, colours: true }) };
}

describe('the live view on a terminal', () => {
  it('is one block, rewritten in its place', () => {
    const { screen, view } = watched();
    for (let second = 1; second <= 42; second++) view.update(progressAt(second));
    expect(screen.text).toBe(
      [
        'evening peak  0:42 of 1:00  ████████████████████████████░░░░░░░░░░░░  70 %',
        'rate       1,998/s of 2,000/s          ████████████████████████████████████████',
        'in flight  12 on 64 connections  0 waiting for a free one',
        'response   p50 1.2 ms  p99 182 ms      ▁█▁█▁█▁█▁█▁█▁█▁█▁█▁█▁█▁█▁█▁█▁█▁█▁█▁█▁█▁█',
        'lateness   p99 0.93 ms  of the generator itself',
        'messages   84,000 offered  83,984 acknowledged  0 errors  0 dropped',
        'far end    83,980 delivered  0 lost  0 duplicated  0 altered',
      ].join('\n'),
    );
  });

  it.each([20, 40, 62, 80])('fits into %d columns', (columns) => {
    const { screen, view } = watched(columns);
    for (let second = 1; second <= 3; second++) view.update(progressAt(second));
    expect(screen.text.split('\n')).toHaveLength(7);
    expect(screen.text).toContain('rate');
  });

  it('shows what goes wrong in red, and nothing where there are no colours', () => {
    const written: string[] = [];
    const output = { isTTY: true, columns: 100, write: (text: string) => written.push(text) };
    new LiveView({ name: 'x', output, colours: true }).update(progressAt(5, { errors: 3 }));
    expect(written.join('')).toContain('\u001b[31m  3 errors\u001b[39m');
    expect(written.join('')).not.toContain('\u001b[31m  0 dropped');
    written.length = 0;
    new LiveView({ name: 'x', output, colours: false }).update(progressAt(5, { errors: 3 }));
    expect(written.join('')).not.toMatch(/\u001b\[\d+m/);
  });

  it('says lines above the block, and leaves only those at the end', () => {
    const { screen, view } = watched();
    view.update(progressAt(1));
    view.say('metrics at http://127.0.0.1:9100/metrics');
    view.update(progressAt(2));
    expect(screen.text.split('\n')[0]).toBe('metrics at http://127.0.0.1:9100/metrics');
    expect(screen.text.split('\n')).toHaveLength(8);
    view.end();
    expect(screen.text).toBe('metrics at http://127.0.0.1:9100/metrics');
  });

  it('loses a line where the far end is not watched any more, and says that it waits at the end', () => {
    const { screen, view } = watched();
    view.update(progressAt(59));
    const { ledger: _gone, ...bare } = progressAt(60, { responseP50: 0, responseP99: 0 });
    view.update(bare);
    expect(screen.text).not.toContain('far end');
    expect(screen.text).toContain('waiting for the last answers');
    expect(screen.text).toContain('p50 -  p99 -');
  });
});

describe('the live view where nobody looks', () => {
  it('is a line every ten seconds', () => {
    const lines: string[] = [];
    const view = new LiveView({ name: 'x', output: { write: (text) => lines.push(text) }, colours: false });
    for (let second = 1; second <= 25; second++) view.update(progressAt(second));
    view.end();
    expect(lines).toEqual([
      '0:10 of 1:00  1,999/s of 2,000/s  in flight 12  waiting 0  p50 1.2 ms  p99 182 ms  lateness p99 0.93 ms  20,000 offered  19,984 acknowledged  0 errors  0 dropped  19,980 delivered  0 lost  0 duplicated  0 altered\n',
      '0:20 of 1:00  2,000/s of 2,000/s  in flight 12  waiting 0  p50 1.2 ms  p99 182 ms  lateness p99 0.93 ms  40,000 offered  39,984 acknowledged  0 errors  0 dropped  39,980 delivered  0 lost  0 duplicated  0 altered\n',
    ]);
  });

  it('says that the system warms up, where nothing counts yet', () => {
    const lines: string[] = [];
    const view = new LiveView({ name: 'x', output: { write: (text) => lines.push(text) }, colours: false });
    for (const second of [10, 20])
      view.update(progressAt(second, { warmUpSeconds: 15, rate: second > 15 ? 1_999 : 0 }));
    view.end();
    expect(lines.map((line) => line.split('  ')[1])).toEqual(['warming up', '1,999/s of 2,000/s']);
  });

  it('does not fall silent when seconds are missed', () => {
    const lines: string[] = [];
    const view = new LiveView({ name: 'x', output: { write: (text) => lines.push(text) }, colours: false });
    for (const second of [9, 13, 19, 21, 34]) view.update(progressAt(second));
    expect(lines.map((line) => line.slice(0, 4))).toEqual(['0:13', '0:21', '0:34']);
  });
});
