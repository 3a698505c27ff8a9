export async function runDirections() {
  return [];
}
