import { useRef, useState, type MouseEvent, type ReactNode } from 'react';
import type { Editing } from './editing';
import { chooseFile, openBytes, saveToDisk, openSampleNamed } from './files';
import { Icon, type IconName } from './icons';
import { Menu } from './Menu';
import type { RibbonButton } from './ribbon';
import { SAMPLES } from './site';
import { deleteRows, insertRows, sortByColumn, toggleFilter } from './sheet-actions';
import type { Workbench } from './workbench';
import { WORDS } from './words';

interface Props {
  readonly workbench: Workbench;
  readonly editing: Editing;
}

/** Our few commands of a spreadsheet, and the add-in's group as its manifest describes it. */
export function Ribbon({ workbench, editing }: Props) {
  const { lang, site } = workbench;
  const { addIn } = site;
  const afterEntry = (work: () => void) => () => {
    if (editing.accept()) work();
  };
  return (
    <div className="ribbon" role="toolbar" aria-label={WORDS.product[lang]}>
      <FileGroup workbench={workbench} editing={editing} />
      <Group label={addIn.group[lang]}>
        {addIn.buttons.map((button) => (
          <AddInButton key={button.id} workbench={workbench} button={button} press={afterEntry} />
        ))}
      </Group>
      <Group label={WORDS.data[lang]}>
        <Small
          icon="sortAscending"
          label={WORDS.sortAscending[lang]}
          press={afterEntry(() => {
            sortByColumn(workbench, true);
          })}
        />
        <Small
          icon="sortDescending"
          label={WORDS.sortDescending[lang]}
          press={afterEntry(() => {
            sortByColumn(workbench, false);
          })}
        />
        <Small
          icon="filter"
          label={WORDS.filter[lang]}
          press={afterEntry(() => {
            toggleFilter(workbench);
          })}
          isOn={workbench.sheet.filter !== null}
        />
        <Small
          icon="insertRow"
          label={WORDS.insertRow[lang]}
          press={afterEntry(() => {
            insertRows(workbench);
          })}
        />
        <Small
          icon="deleteRow"
          label={WORDS.deleteRow[lang]}
          press={afterEntry(() => {
            deleteRows(workbench);
          })}
        />
      </Group>
      <p className="about">{WORDS.standInLong[lang]}</p>
    </div>
  );
}

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="group" role="group" aria-label={label}>
      <div className="buttons">{children}</div>
      <div className="group-label">{label}</div>
    </div>
  );
}

function FileGroup({ workbench, editing }: Props) {
  const { lang } = workbench;
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Group label={WORDS.file[lang]}>
      <Big
        icon="open"
        label={WORDS.open[lang]}
        tip={WORDS.openTip[lang]}
        press={() => {
          input.current?.click();
        }}
      />
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xlsm"
        hidden
        aria-label={WORDS.openTip[lang]}
        onChange={(event) => {
          editing.cancel();
          void chooseFile(workbench, event.currentTarget);
        }}
      />
      <Big
        icon="samples"
        label={WORDS.samples[lang]}
        tip={WORDS.samplesTip[lang]}
        isMenu
        press={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          setMenu({ x: box.left, y: box.bottom });
        }}
      />
      <Big
        icon="save"
        label={WORDS.save[lang]}
        tip={WORDS.saveTip[lang]}
        press={() => {
          if (editing.accept()) void saveToDisk(workbench);
        }}
      />
      {menu === null ? null : (
        <Menu
          at={menu}
          close={() => {
            setMenu(null);
          }}
          items={[
            ...SAMPLES.map(({ name, title }) => ({
              label: title[lang],
              choose: () => {
                editing.cancel();
                void openSampleNamed(workbench, name);
              },
            })),
            {
              label: WORDS.newWorkbook[lang],
              startsGroup: true,
              choose: () => {
                editing.cancel();
                openBytes(workbench, null);
              },
            },
          ]}
        />
      )}
    </Group>
  );
}

interface BigProps {
  readonly icon: IconName;
  readonly label: string;
  readonly tip: string;
  readonly isMenu?: boolean;
  readonly press: (event: MouseEvent<HTMLButtonElement>) => void;
}

function Big({ icon, label, tip, isMenu = false, press }: BigProps) {
  return (
    <button
      type="button"
      className="big"
      title={tip}
      onClick={press}
      {...(isMenu ? { 'aria-haspopup': 'menu' } : {})}
    >
      <span className="picture">
        <Icon name={icon} size={28} />
      </span>
      <span>
        {label}
        {isMenu ? <Icon name="down" size={11} /> : null}
      </span>
    </button>
  );
}

interface SmallProps {
  readonly icon: IconName;
  readonly label: string;
  readonly isOn?: boolean;
  readonly press: () => void;
}

function Small({ icon, label, isOn, press }: SmallProps) {
  return (
    <button
      type="button"
      className="small"
      onClick={press}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
    >
      <Icon name={icon} size={16} />
      {label}
    </button>
  );
}

interface AddInButtonProps {
  readonly workbench: Workbench;
  readonly button: RibbonButton;
  readonly press: (work: () => void) => () => void;
}

function AddInButton({ workbench, button, press }: AddInButtonProps) {
  const { lang } = workbench;
  const { icons } = button;
  return (
    <button
      type="button"
      className="big"
      title={button.tip[lang]}
      data-button={button.id}
      onClick={press(() => {
        workbench.press(button);
      })}
    >
      <span className="picture">
        <img
          src={icons[32] ?? ''}
          srcSet={`${icons[32] ?? ''} 1x, ${icons[64] ?? ''} 2x`}
          width={32}
          height={32}
          alt=""
        />
      </span>
      <span>{button.label[lang]}</span>
    </button>
  );
}
