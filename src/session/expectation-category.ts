/** Category of the findings that come with a step which fails by itself. */
export const EXPECTATION = 'Expectation';
