import { useEffect, useMemo, useRef, useState } from 'react';
import type { Lang } from '../../rules';
import { applyFilter, filterValues, type FilterColumn } from './sheet-actions';
import type { Workbench } from './workbench';
import { WORDS } from './words';

interface Props {
  readonly workbench: Workbench;
  readonly column: FilterColumn;
  readonly at: { readonly x: number; readonly y: number };
  readonly close: () => void;
}

const LISTED = 1_000;

/** The values of a column, to choose which rows are shown. */
export function FilterMenu({ workbench, column, at, close }: Props) {
  const { lang } = workbench;
  const element = useRef<HTMLFormElement>(null);
  const { values, chosen: before } = useMemo(() => filterValues(workbench, column), [workbench, column]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(before);
  const [search, setSearch] = useState('');
  const found = values.filter((value) => value.toLowerCase().includes(search.toLowerCase()));
  useEffect(() => {
    const away = (event: PointerEvent): void => {
      if (!(event.target instanceof Node) || element.current?.contains(event.target) !== true) close();
    };
    window.addEventListener('pointerdown', away, true);
    return () => {
      window.removeEventListener('pointerdown', away, true);
    };
  }, [close]);
  const choose = (some: readonly string[], isOn: boolean): void => {
    const next = new Set(chosen);
    for (const value of some) {
      if (isOn) next.add(value);
      else next.delete(value);
    }
    setChosen(next);
  };
  return (
    <form
      ref={element}
      className="menu filter-menu"
      style={{ left: Math.min(at.x, window.innerWidth - 260), top: Math.min(at.y, window.innerHeight - 380) }}
      onSubmit={(event) => {
        event.preventDefault();
        const shown = search === '' ? [...chosen] : found.filter((value) => chosen.has(value));
        applyFilter(workbench, column, shown.length === values.length ? null : shown);
        close();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <button
        type="button"
        onClick={() => {
          applyFilter(workbench, column, null);
          close();
        }}
      >
        {WORDS.filterClear[lang]}
      </button>
      <input
        type="search"
        placeholder={WORDS.filterSearch[lang]}
        aria-label={WORDS.filterSearch[lang]}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
        }}
      />
      <ValueList lang={lang} values={found} chosen={chosen} choose={choose} />
      <button type="submit" className="primary" disabled={chosen.size === 0}>
        {WORDS.filterApply[lang]}
      </button>
    </form>
  );
}

interface ValueListProps {
  readonly lang: Lang;
  readonly values: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly choose: (some: readonly string[], isOn: boolean) => void;
}

function ValueList({ lang, values, chosen, choose }: ValueListProps) {
  const isAll = values.every((value) => chosen.has(value));
  return (
    <div className="values">
      <label>
        <input
          type="checkbox"
          checked={isAll}
          onChange={() => {
            choose(values, !isAll);
          }}
        />
        {WORDS.filterAll[lang]}
      </label>
      {values.slice(0, LISTED).map((value) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.has(value)}
            onChange={() => {
              choose([value], !chosen.has(value));
            }}
          />
          {value === '' ? WORDS.filterBlank[lang] : value}
        </label>
      ))}
      {values.length > LISTED ? <p>{WORDS.filterMore[lang]}</p> : null}
    </div>
  );
}
