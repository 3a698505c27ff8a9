import { NodeStack } from '../instance/node-stack.js';

/** The elements that the evaluations under way have found. */
export const foundNodes = new NodeStack();
