export default async function teardown() {
  await globalThis.__earshotTest.stop();
}
