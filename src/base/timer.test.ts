import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { pause, realTimer } from './timer.js';

describe('the real timer', () => {
  it('shortens what it is given by its scale: later nominal times come later, whatever order they were asked in', async () => {
    const timer = realTimer(0.001);
    const order: string[] = [];
    await new Promise<void>((resolve) => {
      timer.after(60_000, () => {
        order.push('minute');
        resolve();
      });
      timer.after(5_000, () => order.push('five seconds'));
    });
    expect(order).toEqual(['five seconds', 'minute']);
    expect(timer.scale).toBe(0.001);
  });

  it('does not come before its time', async () => {
    const timer = realTimer();
    const began = timer.now();
    await pause(timer, 30);
    // Node rounds a timer down to the millisecond.
    expect(timer.now() - began).toBeGreaterThanOrEqual(29);
  });

  it('calls once, and not at all when it was cancelled', async () => {
    const timer = realTimer();
    const calls: string[] = [];
    const cancel = timer.after(1, () => calls.push('cancelled'));
    cancel();
    cancel();
    const done = timer.after(1, () => calls.push('done'));
    await pause(timer, 5);
    done();
    expect(calls).toEqual(['done']);
  });

  it('waits longer than Node can count at once, instead of not at all', async () => {
    const timer = realTimer();
    const month = 30 * 24 * 3_600_000;
    const calls: string[] = [];
    const cancel = timer.after(month, () => calls.push('month'));
    await pause(timer, 5);
    cancel();
    expect(calls).toEqual([]);
  });

  it('lets the process end while it waits in the background, and only then', () => {
    const module = new URL('../../dist/src/base/timer.js', import.meta.url).href;
    const script = (options: string): string =>
      `import { realTimer } from ${JSON.stringify(module)};
       realTimer().after(50, () => console.log('called')${options});`;
    const run = (options: string): string =>
      spawnSync(process.execPath, ['--input-type=module', '-e', script(options)], { encoding: 'utf8' }).stdout;
    expect(run('')).toBe('called\n');
    expect(run(', { background: true }')).toBe('');
  });
});
