/** What a worker sends back for a question. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * The worker's end: answers the bench's questions one after the other. Whatever a measured library throws, also behind
 * its own callbacks, becomes the answer to the question under way.
 */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  const reply = (message: Reply): void => {
    process.send?.(message);
  };
  const failed = (error: unknown): void => reply({ kind: 'failed', reason: reasonOf(error) });
  process.on('uncaughtException', failed);
  process.on('unhandledRejection', failed);
  process.on('disconnect', () => process.exit());
  // Both ends are in this room, so the question is what it says it is.
  process.on('message', (question) => {
    answer(question as Question).then((given) => reply({ kind: 'answer', answer: given }), failed);
  });
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? 'unknown error';
}
