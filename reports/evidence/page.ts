import { createHash } from 'node:crypto';
import { type Content, type Html, html, trusted } from '../../src/base/html.js';
import { allExchanges } from '../../src/evidence/all-exchanges.js';
import type { RunRecord } from '../../src/evidence/run-record.js';
import { actorTitle, partnerOn, sutTitle } from '../actors.js';
import { type FeatureGroup, featureGroups } from '../feature-groups.js';
import { accountingView } from './accounting-view.js';
import { acknowledgmentErrorsView } from './acknowledgment-errors-view.js';
import { attention } from './attention.js';
import { banner } from './banner.js';
import { contents, toolbar } from './contents.js';
import { FieldClasses } from './field-names.js';
import { manifestView } from './manifest-view.js';
import type { MessageContext } from './message-view.js';
import { reconciliationView } from './reconciliation-view.js';
import { scenarioCard } from './scenario-card.js';
import { pageScript } from './script.js';
import { signOff } from './sign-off.js';
import { standardFieldNames } from './standard-names.js';
import { straysView } from './strays-view.js';
import { pageStyle } from './style.js';
import { traceability } from './traceability.js';

/**
 * The evidence of a run as one HTML file for a reviewer. It loads nothing: a content security policy forbids
 * everything but its own style and script. Without script it can still be read whole.
 */
export function evidencePage(run: RunRecord): string {
  const classes = new FieldClasses(standardFieldNames());
  const body = pageBody(run, contextOf(run, classes));
  const style = `${pageStyle()}\n${classes.rules()}`;
  const script = pageScript();
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; img-src data:; base-uri 'none'; form-action 'none'`;
  const title = `${run.manifest.sut.name}: evidence of ${run.manifest.run}`;
  return html`<!doctype html>
<html lang=en><head><meta charset=utf-8><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name=viewport content="width=device-width, initial-scale=1"><meta name=referrer content=no-referrer><title>${title}</title><link rel=icon href="data:,">
<style>${trusted(style)}</style></head>
<body>${body}<script>${trusted(script)}</script></body></html>
`.markup;
}

function pageBody(run: RunRecord, context: MessageContext): Html {
  const groups = featureGroups(run);
  const sections: readonly (readonly [string, string, Content])[] = [
    ['attention', 'What needs attention', attention(run)],
    ['requirements', 'Requirements', traceability(run)],
    ['scenarios', 'Scenarios', scenarios(run, groups, context)],
    ['reconciliation', 'Reconciliation', reconciliationView(run)],
    [
      'accounting',
      'Accounting',
      accountingView(run) ?? html`<p class=dim>The system under test passes nothing on.</p>`,
    ],
    ['acknowledgment-errors', 'Acknowledgment errors', acknowledgmentErrorsView(run)],
    ['strays', 'Unclaimed messages', straysView(run, context)],
    ['environment', 'Environment', manifestView(run)],
    ['sign-off', 'Sign-off', signOff(run)],
  ];
  const titles = sections.map(([id, title]) => [id, title] as const);
  return html`${contents(groups, titles)}<main>${banner(run)}${toolbar(run)}${sections.map(
    ([id, title, content]) => html`<section id="${id}"><h2>${title}</h2>${content}</section>
`,
  )}<footer class=dim>Made by Pipehat ${run.manifest.pipehat} from the journal of run ${run.manifest.run}. This page loads nothing from any network. It may hold patient data.</footer></main>`;
}

function scenarios(run: RunRecord, groups: readonly FeatureGroup[], context: MessageContext): Content {
  return groups.map(
    ({ id, name, uri, scenarios: own }) =>
      html`<section class=feature id="${id}"><h3>${name} <span class=dim>${uri}</span></h3>${own.map((scenario) => scenarioCard(scenario, run.manifest, context))}</section>`,
  );
}

function contextOf(run: RunRecord, classes: FieldClasses): MessageContext {
  const sut = sutTitle(run.manifest);
  const known = new Set(allExchanges(run).map((exchange) => exchange.id));
  return {
    classes,
    isExchange: (id) => known.has(id),
    ends: ({ link, direction }) => {
      const partner = actorTitle(partnerOn(link, run.manifest, direction));
      return direction === 'sent' ? { from: partner, to: sut } : { from: sut, to: partner };
    },
  };
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
