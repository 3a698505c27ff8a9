import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bulkRun } from '../testdata/bulk.js';
import { hostile } from '../testdata/hostile.js';
import { killedRun, specimenRun } from '../testdata/specimen.js';
import { evidencePage } from './page.js';

const page = evidencePage(specimenRun());
const poisoned = evidencePage(hostile(specimenRun()));

function ids(text: string): readonly string[] {
  return [...text.matchAll(/<[a-z]+\b[^>]*? id="?([^"\s>]+)/g)].map((match) => match[1] ?? '');
}

describe.each([
  ['specimen', page],
  ['hostile', poisoned],
  ['killed', evidencePage(killedRun())],
])('the page of the %s run', (_name, text) => {
  it('has no id twice', () => {
    expect(ids(text).length).toBeGreaterThan(30);
    expect(ids(text).filter((id, index, list) => list.indexOf(id) !== index)).toEqual([]);
  });

  it('links only to ids that it has', () => {
    const known = new Set(ids(text));
    const targets = [...text.matchAll(/href="#([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(targets.length).toBeGreaterThan(50);
    expect(targets.filter((target) => !known.has(target))).toEqual([]);
  });

  it('loads nothing: only data addresses and links inside the page', () => {
    const loads = [...text.matchAll(/<[^>]*?\s(?:src|href|action|data|poster|srcset)\s*=\s*["']?([^"'\s>]*)/gi)];
    expect(loads.map((match) => match[1]).filter((url) => !/^(#|data:image\/|data:,)/.test(url ?? ''))).toEqual([]);
    expect(/@import|url\(/.test(text)).toBe(false);
  });

  it('allows exactly its own style and script', () => {
    for (const kind of ['style', 'script']) {
      const bodies = [...text.matchAll(new RegExp(`<${kind}>([\\s\\S]*?)</${kind}>`, 'g'))];
      expect(bodies).toHaveLength(1);
      const hash = createHash('sha256')
        .update(bodies[0]?.[1] ?? '')
        .digest('base64');
      // The policy stands in an attribute, so its quotes are escaped.
      expect(text.includes(`${kind}-src &#39;sha256-${hash}&#39;`)).toBe(true);
    }
    const markup = text.replace(/<(style|script)>[\s\S]*?<\/\1>|"[^"]*"/g, '');
    expect([...markup.matchAll(/<[^>]+\s(?:style|on[a-z]+)=/gi)].map(([found]) => found.slice(0, 100))).toEqual([]);
  });
});

describe('hostile texts', () => {
  it('are inert wherever they stand', () => {
    expect(poisoned.split('&lt;script&gt;globalThis').length).toBeGreaterThan(1_000);
    expect(poisoned.split('<script')).toHaveLength(2);
    expect(poisoned.split('<img src=x')).toHaveLength(1);
    expect(poisoned.split('<style')).toHaveLength(2);
  });
});

describe('what a reviewer looks for', () => {
  it('has the verdict, every requirement and every scenario', () => {
    const run = specimenRun();
    expect(page).toContain('<p class=big>harness error</p>');
    for (const requirement of Object.keys(run.manifest.requirements))
      expect(page).toContain(`id="requirement-${requirement}"`);
    for (const scenario of run.scenarios)
      expect(page).toContain(`id="${scenario.id}" data-verdict="${scenario.verdict}"`);
  });

  it('marks the offending field, and says beside it what is wrong', () => {
    const message = page.slice(page.indexOf('id="x34"'));
    const mark = message.indexOf('data-path="OBX-11"');
    expect(message.slice(mark, mark + 60)).toContain('>F</mark>');
    expect(page).toContain('that the EHR received (<a href="#x24">x24</a>)');
    expect(message.indexOf('pass the observation status on unchanged')).toBeGreaterThan(mark);
  });

  it('marks a finding about the acknowledgment in the acknowledgment', () => {
    const message = page.slice(page.indexOf('id="x46"'));
    expect(message.indexOf('data-path="MSA-2"')).toBeGreaterThan(message.indexOf('class=reply'));
  });

  it('shows messages that nobody claimed, and what does not add up', () => {
    expect(page.slice(page.indexOf('id="strays"'))).toContain('delivered-again');
    expect(page.slice(page.indexOf('id="accounting"'))).toMatch(/2 deliveries rightly repeated/);
    expect(page).toContain('<summary>altered: 1</summary>');
    expect(page).toContain('HUB000017');
    expect(page).toContain('<summary>1 note</summary>');
  });

  it('says that a killed run is incomplete and which scenario it cut off', () => {
    const killed = evidencePage(killedRun());
    expect(killed).toContain('This run is incomplete');
    expect(killed).toContain('the run ended before this scenario finished');
  });
});

it('stays below 3 MB for 100 scenarios with 400 messages and their acknowledgments', () => {
  const run = bulkRun(100);
  expect(run.scenarios.flatMap((scenario) => scenario.exchanges)).toHaveLength(400);
  expect(Buffer.byteLength(evidencePage(run))).toBeLessThan(3_000_000);
});
