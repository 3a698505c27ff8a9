import { When } from '@cucumber/cucumber';
import { sessionOf } from '../src/session/open-session.js';

/** Without warning, as in a power cut. */
When('the system under test is killed', async function () {
  await sessionOf(this).control('kill');
});

/** After it was stopped or killed. */
When('the system under test is started again', async function () {
  await sessionOf(this).control('start');
});

/** In an orderly way. */
When('the system under test is stopped', async function () {
  await sessionOf(this).control('stop');
});

/** It keeps its connections and does nothing. */
When('the system under test hangs', async function () {
  await sessionOf(this).control('pause');
});

/** After it hung. */
When('the system under test goes on', async function () {
  await sessionOf(this).control('resume');
});

/** Its connections drop and new ones are refused, as when a cable is pulled. */
When('the system under test is cut off', async function () {
  await sessionOf(this).control('cutOff');
});

/** After it was cut off. */
When('the system under test is connected again', async function () {
  await sessionOf(this).control('restore');
});
