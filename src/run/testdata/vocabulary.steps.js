import { defineParameterType, Given, Then } from '@cucumber/cucumber';

defineParameterType({ name: 'ward', regexp: /ward (\d+)/, transformer: Number });

// This comment belongs to the parameter type's neighbour only.

/**
 * Moves the patient,
 * and says so by A02.
 */
Given('the patient moves to {ward} within {int} second(s)', () => {});

Then(/^nothing else happens$/, () => {});
