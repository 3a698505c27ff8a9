import { describe, expect, it } from 'vitest';
import { baseProfile } from '../../load/base/base-profile.js';
import { profileOf, site } from '../../load/yaml/testdata/load.js';
import { profilePage } from './profile-page.js';

const YAML = site(
  'ADT^A01^ADT_A01',
  `elements:
  PID-3: { usage: R, text: 'Our <number>', requirement: REQ-1 }
  PID-3.4: { usage: C(R/X), when: { equals: [PID-3.5, MR] } }
  PID-8: { values: SEX }
  PID-4: X
  PV1-3: { usage: C(R/X), when: { equals: [MSH-9.2, A01] } }
valueSets: { SEX: { name: Sex, codes: { F: Female, '<b>': Bold } } }
statements: [ { id: S-1, text: The whole., assert: { present: PID-5 } } ]
`,
);

describe('the page of a profile', () => {
  const page = profilePage(profileOf(YAML));

  it('is one file that loads nothing', () => {
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('Content-Security-Policy content="default-src &#39;none&#39;');
    expect(page).not.toMatch(/(src|href)="?https?:/);
    expect(page).not.toMatch(/<link|@import|url\(/);
  });

  it('escapes what the profile says', () => {
    expect(page).toContain('Our &lt;number&gt;');
    expect(page).toContain('&lt;b&gt;');
    expect(page).not.toContain('<number>');
  });

  it('says usages, conditions and rules in words', () => {
    expect(page).toContain('title="required where the condition holds, else not allowed">C(R/X)</span>');
    expect(page).toContain('<b>when:</b> <span class=words>If PID-3.5 is &quot;MR&quot;.</span>');
    expect(page).toContain('<span class=tag>REQ-1</span>');
    expect(page).toMatch(/<li data-find="[^"]*"[^>]*><code>PV1-3<\/code> .*MSH-9\.2/);
    expect(page).toContain('<span class=tag>S-1</span> <span class=words>The whole.</span>');
  });

  it('links segments and value sets, each once', () => {
    expect(page).toContain('<a href="#segment-PID">PID</a>');
    expect(page.match(/id="segment-PID"/g)).toHaveLength(1);
    expect(page).toContain('<a href="#set-SEX">SEX</a>');
    expect(page.match(/id="set-SEX"/g)).toHaveLength(1);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g))
      expect(page).toMatch(new RegExp(`id="?${escaped(target ?? '')}["> ]`));
  });

  it('shows nothing inside what is not allowed', () => {
    expect(page).toContain('>PID-4</span>');
    expect(page).not.toContain('>PID-4.1</span>');
    expect(page).toContain('>PID-3.4.1</span>');
  });

  it('takes the base standard, choices and all', () => {
    expect(profilePage(baseProfile('2.5.1', 'ORM_O01'))).toContain('exactly one of these');
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
