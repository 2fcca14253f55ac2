import { evaluate } from './annotating';
import { inBrowser, onWorkbench, PATIENCE } from './workbench-page';

jest.setTimeout(PATIENCE);

/** Tries what a policy without 'unsafe-eval' refuses, and writes down how it went. */
const PROBE = `
  const attempt = (work) => { try { work(); return 'ran'; } catch (error) { return error.name; } };
  document.documentElement.dataset.probe =
    attempt(() => eval('1')) + ' ' + attempt(() => new Function('return 1')());
`;

inBrowser('what the page keeps to', () => {
  test('no request leaves its origin, and nothing that its policy forbids is tried', async () => {
    await onWorkbench('?platform=web', async (workbench) => {
      const { pane, strayRequests, violations, errors } = workbench;
      await evaluate(workbench);
      await pane.getByRole('button', { name: 'English' }).click();
      await pane.getByRole('button', { name: 'Evaluate this sheet' }).first().waitFor();
      expect({ strayRequests, violations, errors }).toEqual({
        strayRequests: [],
        violations: [],
        errors: [],
      });
    });
  });

  test('eval is refused in the page and in the pane, so neither can depend on it', async () => {
    await onWorkbench('', async ({ page }) => {
      // Code of the page's own origin; what the driver runs itself is above the policy.
      await page.route('**/probe.js', async (route) =>
        route.fulfill({ contentType: 'text/javascript', body: PROBE }),
      );
      const frames = page.frames();
      const said = await Promise.all(
        frames.map(async (frame) => {
          await frame.addScriptTag({ url: 'probe.js' });
          return frame.evaluate(() => document.documentElement.dataset['probe']);
        }),
      );
      expect(frames.map((frame) => new URL(frame.url()).pathname)).toEqual(['/', '/addin/taskpane.html']);
      expect(said).toEqual(['EvalError EvalError', 'EvalError EvalError']);
    });
  });

  test('the answer for every file forbids what the page forbids', async () => {
    await onWorkbench('', async ({ address }) => {
      const answers = await Promise.all(
        ['', 'addin/taskpane.html'].map(async (path) => (await fetch(address + path)).headers),
      );
      const policies = answers.map((headers) => String(headers.get('content-security-policy')));
      expect(policies.map((policy) => /script-src[^;]*/u.exec(policy)?.[0])).toEqual([
        "script-src 'self'",
        "script-src 'self'",
      ]);
      expect(policies.filter((policy) => /unsafe-eval|https?:|\*/u.test(policy))).toEqual([]);
    });
  });
});
