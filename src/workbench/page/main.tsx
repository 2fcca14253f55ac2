/** The start of the page: what it needs is loaded, the sample opened, and the page shown. */
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { openSampleNamed } from './files';
import { fontsLoaded } from './fonts';
import { handedOver, openCopyIn } from './handing-over';
import { settingsIn } from './settings';
import { loadSite } from './site';
import { testHandle } from './test-handle';
import { Workbench } from './workbench';
import { WORDS } from './words';
import './workbench.css';

const settings = settingsIn(window.location.search, {
  languages: navigator.languages,
  prefersDark: window.matchMedia('(prefers-color-scheme: dark)').matches,
});

async function start(root: HTMLElement): Promise<void> {
  document.documentElement.dataset['theme'] = settings.theme;
  root.textContent = WORDS.starting[settings.lang];
  const [site] = await Promise.all([loadSite(), fontsLoaded()]);
  const workbench = new Workbench(site, settings, {
    openWindow: (url) => {
      window.open(url, '_blank', 'noopener');
    },
    openCopy: openCopyIn,
  });
  window.workbench = testHandle(workbench);
  root.textContent = '';
  createRoot(root).render(<App workbench={workbench} />);
  const copy = await handedOver(window.location.hash);
  if (copy !== null) workbench.open(copy.bytes, copy.name);
  else if (settings.sample !== 'none') await openSampleNamed(workbench, settings.sample);
}

const root = document.getElementById('root');
if (root !== null) {
  start(root).catch((error: unknown) => {
    const { lang } = settings;
    root.textContent = `${WORDS.notStarted[lang]} ${error instanceof Error ? error.message : ''}`;
    root.setAttribute('role', 'alert');
  });
}
