import { Given, Then, When } from '@cucumber/cucumber';
import { sessionOf } from '../src/session/open-session.js';
import * as radiology from '../src/session/radiology.js';
import { expectDocument, expectEarlierText, signed } from '../src/session/radiology-report.js';

/** ORU^R01 with OBR-25 P. */
When('the radiology department dictates a preliminary report', async function () {
  const session = sessionOf(this);
  await radiology.report(session, session.cast.order(), 'preliminary');
});

/** The same with a text: a paragraph a line. */
When('the radiology department dictates the preliminary report', async function (text: string) {
  const session = sessionOf(this);
  await radiology.report(session, session.cast.order(), 'preliminary', text);
});

/** ORU^R01 with OBR-25 F: what was dictated, or what a radiologist might write. */
When('the radiology department signs the report', async function () {
  const session = sessionOf(this);
  await radiology.report(session, session.cast.order(), 'final');
});

/** The same with a text (TX): a paragraph a line, each a repetition of OBX-5. */
When('the radiology department signs the paragraphs', async function (text: string) {
  const session = sessionOf(this);
  await radiology.report(session, session.cast.order(), 'final', text);
});

/** The same, and the EHR shows the report as final. */
Given('the radiology department has signed the paragraphs', async function (text: string) {
  const session = sessionOf(this);
  await signed(session, session.cast.order(), text);
});

/** The same as formatted text (FT), with `\.br\` where a line ends. */
When('the radiology department signs the formatted text', async function (text: string) {
  const session = sessionOf(this);
  await radiology.reportFormatted(session, session.cast.order(), text);
});

/** The same as ORU^R01 and as MDM^T02. */
When('the radiology department signs the paragraphs as a result and as a document', async function (text: string) {
  const session = sessionOf(this);
  await radiology.reportAsDocument(session, session.cast.order(), text);
});

/** OBR-25 C; the signed text stays. */
When('the radiology department adds the addendum {string}', async function (text: string) {
  const session = sessionOf(this);
  await radiology.addAddendum(session, session.cast.order(), text);
});

/** OBR-25 C and OBX-11 C. */
When('the radiology department corrects the report to {string}', async function (text: string) {
  const session = sessionOf(this);
  await radiology.correctReport(session, session.cast.order(), text);
});

/** OBX-5 as it stood before a correction, kept in the history. */
Then('the EHR keeps the earlier text {string}', async function (text: string) {
  const session = sessionOf(this);
  await expectEarlierText(session, session.cast.order(), text);
});

/** MDM^T02 with TXA-17 AU. */
Then('the EHR files the signed document', async function (text: string) {
  const session = sessionOf(this);
  await expectDocument(session, session.cast.order(), text);
});
