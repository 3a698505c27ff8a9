import { Given } from '@cucumber/cucumber';
import { sessionOf } from '../src/session/open-session.js';
import { introduce } from '../src/session/people.js';

/** An adult with a record number of our own authority, so that synthetic people can be told from real ones. */
Given('a synthetic adult patient with an assigned record number', function () {
  introduce(sessionOf(this));
});
