/**
 * Lets the page have its turn. Not by a timer: of pages that are not seen (a closed pane) those are held
 * back, for a minute even.
 */
export async function pageTurn(): Promise<void> {
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener(
      'message',
      () => {
        port1.close();
        resolve();
      },
      { once: true },
    );
    port1.start();
    port2.postMessage(null);
  });
}
