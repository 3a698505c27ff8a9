import { Given } from '@cucumber/cucumber';

Given('something defined', () => {});
