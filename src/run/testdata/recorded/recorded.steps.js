import assert from 'node:assert';
import { After, Before, Given, Then, When } from '@cucumber/cucumber';

class Untestable extends Error {
  name = 'Untestable';
}

Before({ name: 'open' }, function () {
  this.log('from a hook');
});
After({ name: 'close the door', tags: '@broken-hook' }, () => {
  throw new Error('the door is stuck');
});

Given('a patient', () => {});
Given('another patient', () => {});
When('something is attached', function () {
  this.attach('seen', 'text/plain');
  this.attach(Buffer.from([1, 2, 3]), { mediaType: 'image/png', fileName: 'ward.png' });
});
Then('the fields are', (_table) => {});
Then('the bed is {string}', (_bed) => {});
When('an expectation fails', () => {
  throw new assert.AssertionError({ message: 'OBX-5: expected 4.1, actual 6.1' });
});
When('something is not testable', () => {
  throw new Untestable('Not testable: no control');
});
When('somebody has to look', () => 'pending');
When('two have defined this', () => {});
When(/^two have defined this$/, () => {});
