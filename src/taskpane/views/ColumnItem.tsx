import { makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { memo, useState } from 'react';
import { LEFT_WORDS, TAKEN_WORDS } from '../../report';
import type { Bilingual } from '../../rules';
import type { LeftReason, MappingReason } from '../../sheet';
import type { ColumnSummary, Meaning } from '../../worker';
import { type Correction, isCorrected } from '../session/corrections';
import { COLUMNS, meaningLabel, unitLabel } from '../texts/results';
import { unitsOf } from './column-units';
import { useIsBusy, usePane, useSession, useText } from './pane-context';
import { useShared } from './styles';

const useStyles = makeStyles({
  column: { display: 'grid', gridTemplateColumns: '30px minmax(0, 1fr)', columnGap: '4px' },
  letter: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
  header: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  question: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorStatusWarningBorderActive}`,
    overflowWrap: 'anywhere',
  },
  selects: { display: 'flex', flexWrap: 'wrap', gap: '4px', minWidth: 0 },
  meaning: { flexGrow: 3, flexBasis: '150px', minWidth: 0 },
  unit: { flexGrow: 1, flexBasis: '84px', minWidth: 0 },
});

interface ColumnProps {
  readonly sheetName: string;
  readonly column: ColumnSummary;
}

/** One column: its header, what it was taken for and why, what is asked about it; all of it can be corrected. */
export const ColumnItem = memo(function ColumnItem({ sheetName, column }: ColumnProps) {
  const styles = useStyles();
  const shared = useShared();
  const text = useText();
  const header = column.headerPath.filter((level) => level !== '').join(' / ');
  return (
    <li className={mergeClasses(shared.item, styles.column)}>
      <span className={styles.letter}>{column.column}</span>
      <div className={shared.tight}>
        <p className={styles.header}>{header === '' ? text(COLUMNS.noHeader) : header}</p>
        <div className={styles.selects}>
          <MeaningSelect sheetName={sheetName} column={column} />
          <UnitSelect sheetName={sheetName} column={column} />
        </div>
        <p className={mergeClasses(shared.quiet, shared.small)}>{text(whyText(column))}</p>
        {column.questions.map((question) => (
          <p key={question.en} className={mergeClasses(styles.question, shared.small)}>
            {text(question)}
          </p>
        ))}
      </div>
    </li>
  );
});

function whyText({ why, meaning, confidence }: ColumnSummary): Bilingual {
  const words = meaning === null ? LEFT_WORDS[why as LeftReason] : TAKEN_WORDS[why as MappingReason];
  if (meaning === null || confidence >= 1) return words;
  const percent = `${Math.round(confidence * 100)} %`;
  return { zh: `${words.zh}（${percent}）`, en: `${words.en} (${percent})` };
}

/** Values of the list that are no indicators. */
const LEFT_OUT = '-';
const AS_RECOGNISED = '*';

/**
 * What the column means. The whole vocabulary is listed as soon as somebody reaches for it, which is before the
 * list opens: hundreds of choices for each column of a sheet would hold up the pane for most of a second.
 */
function MeaningSelect({ sheetName, column }: ColumnProps) {
  const styles = useStyles();
  const shared = useShared();
  const session = useSession();
  const corrections = usePane('corrections');
  const isBusy = useIsBusy();
  const lang = usePane('lang');
  const text = useText();
  const { meaning, alternatives } = column;
  const [isReached, setReached] = useState(false);
  const reach = (): void => {
    setReached(true);
  };
  return (
    <Select
      size="small"
      className={mergeClasses(shared.select, styles.meaning)}
      aria-label={text(meaningLabel(column.column))}
      value={meaning === null ? LEFT_OUT : valueOf(meaning)}
      disabled={isBusy}
      onPointerEnter={reach}
      onPointerDown={reach}
      onFocus={reach}
      onChange={(_, { value }) => {
        void session.correct(sheetName, column.column, correctionOf(value));
      }}
    >
      <option value={LEFT_OUT}>{text(COLUMNS.leftOut)}</option>
      {isCorrected(corrections, sheetName, column.column) && (
        <option value={AS_RECOGNISED}>{text(COLUMNS.asRecognised)}</option>
      )}
      {meaning !== null && (meaning.key === null || !isReached) && (
        <option value={valueOf(meaning)}>{text(meaning.name)}</option>
      )}
      {alternatives.length > 0 && (
        <optgroup label={text(COLUMNS.maybe)}>
          {alternatives.map((one) => (
            <option key={valueOf(one)} value={valueOf(one)}>
              {text(one.name)}
            </option>
          ))}
        </optgroup>
      )}
      {isReached && (
        <optgroup label={text(COLUMNS.all)}>
          {session.indicators(lang).map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
    </Select>
  );
}

function valueOf({ key, clauseId }: Meaning): string {
  return key ?? `clause ${clauseId ?? ''}`;
}

function correctionOf(value: string): Correction | undefined {
  if (value === LEFT_OUT) return null;
  if (value === AS_RECOGNISED) return undefined;
  return value.startsWith('clause ') ? { clause: value.slice('clause '.length) } : { key: value };
}

function UnitSelect({ sheetName, column }: ColumnProps) {
  const styles = useStyles();
  const shared = useShared();
  const session = useSession();
  const isBusy = useIsBusy();
  const text = useText();
  const indicator = column.meaning?.key ?? null;
  const units = unitsOf(indicator === null ? undefined : session.indicator(indicator), column.unit);
  const isRatio = column.scale !== null;
  if (!isRatio && units.length === 0) return null;
  return (
    <Select
      size="small"
      className={mergeClasses(shared.select, styles.unit)}
      aria-label={text(unitLabel(column.column))}
      value={column.scale ?? column.unit ?? units[0] ?? ''}
      disabled={isBusy}
      onChange={(_, { value }) => {
        const correction = value === 'percent' || value === 'fraction' ? { scale: value } : { unit: value };
        void session.correct(sheetName, column.column, correction as Correction);
      }}
    >
      {isRatio ? (
        <>
          <option value="percent">{text(COLUMNS.percent)}</option>
          <option value="fraction">{text(COLUMNS.fraction)}</option>
        </>
      ) : (
        units.map((unit) => (
          <option key={unit} value={unit}>
            {unit}
          </option>
        ))
      )}
    </Select>
  );
}
