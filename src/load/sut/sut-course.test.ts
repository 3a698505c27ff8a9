import { expect, it } from 'vitest';
import { realTimer } from '../../base/timer.js';
import { SutCourse } from './sut-course.js';
import type { SutAction, SutEvent, SutUndo } from './sut-event.js';

const EVENTS: readonly SutEvent[] = [
  { action: 'kill', at: { kind: 'time', ms: 1_000 }, forMs: 0 },
  { action: 'pause', at: { kind: 'count', messages: 10 }, forMs: 0 },
  { action: 'stop', at: { kind: 'count', messages: 20 }, forMs: 0 },
];

function course(): { readonly course: SutCourse; readonly done: (SutAction | SutUndo)[] } {
  const done: (SutAction | SutUndo)[] = [];
  const act = async (action: SutAction | SutUndo): Promise<undefined> => void done.push(action);
  return { course: new SutCourse(EVENTS, act, realTimer()), done };
}

it('does nothing twice where it goes on with a run that began before', async () => {
  const { course: resumed, done } = course();
  resumed.count(15);
  expect(done).toEqual([]);
  resumed.resume(2_000);
  resumed.count(5);
  const outcomes = await resumed.end();
  expect(done).toEqual(['stop', 'start']);
  expect(outcomes.map(({ action, trouble }) => [action, trouble])).toEqual([
    ['kill', 'it was due before this coordinator was started'],
    ['pause', 'it was due before this coordinator was started'],
    ['stop', undefined],
  ]);
});

it('takes back what it began, and names what did not come', async () => {
  const { course: whole, done } = course();
  whole.begin(0);
  whole.count(12);
  const outcomes = await whole.end();
  expect(done).toEqual(['pause', 'resume']);
  expect(outcomes.map(({ action, trouble }) => [action, trouble])).toEqual([
    ['pause', undefined],
    ['kill', 'the run was over before'],
    ['stop', 'the run was over before'],
  ]);
});
