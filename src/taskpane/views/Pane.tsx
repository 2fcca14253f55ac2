import {
  AriaLiveAnnouncer,
  FluentProvider,
  makeStyles,
  mergeClasses,
  Spinner,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Session } from '../session/session';
import type { Tab as TabName } from '../state/pane-state';
import { CHOICES, PANE, settingsText, TABS } from '../texts/pane';
import { Actions } from './Actions';
import { Announcements } from './Announcements';
import { ColumnsView } from './ColumnsView';
import { Disclosure } from './Disclosure';
import { FindingsView } from './FindingsView';
import { Header } from './Header';
import { Help } from './Help';
import { Messages } from './Messages';
import { SessionProvider, usePane, useSession, useText } from './pane-context';
import { PolicyChoice } from './PolicyChoice';
import { ResultsView } from './ResultsView';
import { RowView } from './RowView';
import { SheetChoice } from './SheetChoice';
import { useShared } from './styles';
import { useTheme } from './theme';

const useStyles = makeStyles({
  provider: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1 },
  pane: {
    boxSizing: 'border-box',
    width: '100%',
    minWidth: 0,
    maxWidth: '720px',
    padding: tokens.spacingHorizontalM,
  },
  panel: { minWidth: 0, paddingTop: tokens.spacingVerticalS },
});

interface PaneProps {
  readonly session: Session;
  /** Of Excel's own theme; null where Excel tells none. */
  readonly isHostDark: boolean | null;
}

export function Pane({ session, isHostDark }: PaneProps) {
  return (
    <SessionProvider value={session}>
      <Themed isHostDark={isHostDark} />
    </SessionProvider>
  );
}

function Themed({ isHostDark }: Pick<PaneProps, 'isHostDark'>) {
  const styles = useStyles();
  const lang = usePane('lang');
  return (
    <FluentProvider theme={useTheme(isHostDark, lang)} className={styles.provider}>
      <AriaLiveAnnouncer>
        <Content />
        <Announcements />
      </AriaLiveAnnouncer>
    </FluentProvider>
  );
}

function Content() {
  const styles = useStyles();
  const shared = useShared();
  const session = useSession();
  const lang = usePane('lang');
  const start = usePane('start');
  const isHelpShown = usePane('isHelpShown');
  const text = useText();
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.title = PANE.title[lang];
  }, [lang]);
  return (
    <div className={mergeClasses(styles.pane, shared.stack)}>
      <Header
        onHelp={() => {
          session.showHelp(!isHelpShown);
        }}
      />
      {isHelpShown && (
        <Help
          onClose={() => {
            session.showHelp(false);
          }}
        />
      )}
      {start.kind === 'starting' && <Spinner label={text(PANE.starting)} />}
      {start.kind === 'unusable' && <p role="alert">{text(start.texts)}</p>}
      {start.kind === 'ready' && <Main />}
    </div>
  );
}

function Main() {
  const shared = useShared();
  const choices = usePane('choices');
  const results = usePane('results');
  const text = useText();
  return (
    <main className={shared.stack}>
      <Messages />
      <SheetChoice />
      <Disclosure
        // With results there is less to choose and more to read: folded, it still says what holds.
        key={results === null ? 'before' : 'after'}
        title={results === null ? text(CHOICES.settings) : text(settingsText(choices))}
        isOpenAtFirst={results === null}
      >
        <PolicyChoice />
      </Disclosure>
      <Actions />
      <Views />
    </main>
  );
}

const VIEWS: readonly TabName[] = ['columns', 'results', 'findings', 'row'];

function Views() {
  const styles = useStyles();
  const session = useSession();
  const tab = usePane('tab');
  const results = usePane('results');
  const text = useText();
  const count = results?.evaluated.findingCount ?? 0;
  return (
    <div>
      <TabList
        size="small"
        selectedValue={tab}
        onTabSelect={(_, { value }) => {
          session.chooseTab(value as TabName);
        }}
      >
        {VIEWS.map((view) => (
          <Tab key={view} value={view} id={`tab-${view}`} aria-controls="view">
            {text(TABS[view])}
            {view === 'findings' && count > 0 ? ` (${count.toLocaleString('en')})` : ''}
          </Tab>
        ))}
      </TabList>
      <div id="view" role="tabpanel" aria-labelledby={`tab-${tab}`} className={styles.panel}>
        {tab === 'columns' && <ColumnsView />}
        {tab === 'results' && <ResultsView />}
        {tab === 'findings' && <FindingsView />}
        {tab === 'row' && <RowView />}
      </div>
    </div>
  );
}
