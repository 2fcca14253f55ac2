/** After the browser tests. */
export default async function tearDown() {
  const server = /** @type {import('playwright-core').BrowserServer | undefined} */ (
    Reflect.get(globalThis, 'e2eBrowser')
  );
  await server?.close();
}
