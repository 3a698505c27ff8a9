/** Runs tasks, so many at a time; their results in the order of the tasks. */
export async function runAll(tasks, width) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < tasks.length) {
      const at = next++;
      results[at] = await tasks[at]();
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
