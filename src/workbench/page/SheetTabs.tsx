import { useState } from 'react';
import type { Sheet } from '../host';
import type { Editing } from './editing';
import { Icon } from './icons';
import { Menu } from './Menu';
import type { Workbench } from './workbench';
import { WORDS } from './words';

interface Props {
  readonly workbench: Workbench;
  readonly editing: Editing;
}

/** The sheets of the workbook; a double click renames one. */
export function SheetTabs({ workbench, editing }: Props) {
  const { lang, workbook, sheet: active } = workbench;
  const [renamed, setRenamed] = useState<Sheet | null>(null);
  const [menu, setMenu] = useState<{ sheet: Sheet; x: number; y: number } | null>(null);
  const shown = workbook.sheets.filter(({ visibility }) => visibility === 'Visible');
  return (
    <div className="tabs" role="tablist" aria-label={WORDS.sheets[lang]}>
      {shown.map((sheet) =>
        sheet === renamed ? (
          <NewName
            key={sheet.id}
            sheet={sheet}
            label={WORDS.rename[lang]}
            done={(name) => {
              setRenamed(null);
              if (name !== null && name !== sheet.name)
                workbench.act((user) => {
                  user.renameSheet(sheet.name, name);
                });
            }}
          />
        ) : (
          <button
            key={sheet.id}
            type="button"
            role="tab"
            aria-selected={sheet === active}
            style={sheet.tabColor === '' ? {} : { borderBottomColor: sheet.tabColor }}
            onClick={() => {
              if (editing.accept()) workbench.activate(sheet);
            }}
            onDoubleClick={() => {
              setRenamed(sheet);
            }}
            onContextMenu={(event) => {
              event.preventDefault();
              setMenu({ sheet, x: event.clientX, y: event.clientY });
            }}
          >
            {sheet.name}
          </button>
        ),
      )}
      <button
        type="button"
        className="add"
        title={WORDS.newSheet[lang]}
        aria-label={WORDS.newSheet[lang]}
        onClick={() => {
          if (editing.accept()) addSheet(workbench);
        }}
      >
        <Icon name="add" size={14} />
      </button>
      {menu === null ? null : (
        <TabMenu
          workbench={workbench}
          at={menu}
          isLast={shown.length < 2}
          rename={() => {
            setRenamed(menu.sheet);
          }}
          close={() => {
            setMenu(null);
          }}
        />
      )}
    </div>
  );
}

interface TabMenuProps {
  readonly workbench: Workbench;
  readonly at: { readonly sheet: Sheet; readonly x: number; readonly y: number };
  readonly isLast: boolean;
  readonly rename: () => void;
  readonly close: () => void;
}

function TabMenu({ workbench, at, isLast, rename, close }: TabMenuProps) {
  const { lang } = workbench;
  const remove = (): void => {
    workbench.act((user) => {
      user.deleteSheet(at.sheet.name);
    });
  };
  return (
    <Menu
      at={at}
      close={close}
      items={[
        { label: WORDS.rename[lang], choose: rename },
        { label: WORDS.deleteSheet[lang], disabled: isLast, choose: remove },
      ]}
    />
  );
}

function addSheet(workbench: Workbench): void {
  const { workbook } = workbench;
  let number = workbook.sheets.length + 1;
  while (workbook.sheetNamed(`Sheet${number}`) !== undefined) number += 1;
  workbench.act((user) => {
    user.addSheet(`Sheet${number}`);
    user.select(`Sheet${number}!A1`);
  });
}

interface NewNameProps {
  readonly sheet: Sheet;
  readonly label: string;
  /** null when the name is to stay. */
  readonly done: (name: string | null) => void;
}

function NewName({ sheet, label, done }: NewNameProps) {
  return (
    <input
      className="new-name"
      aria-label={label}
      defaultValue={sheet.name}
      size={Math.max(6, sheet.name.length * 2)}
      ref={(input) => {
        input?.focus();
        input?.select();
      }}
      onBlur={(event) => {
        done(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done(event.currentTarget.value);
        if (event.key === 'Escape') done(null);
      }}
    />
  );
}
