import { useEffect, useLayoutEffect, useRef, useState } from 'react';

export interface MenuItem {
  readonly label: string;
  readonly choose: () => void;
  /** A line above it. */
  readonly startsGroup?: boolean;
  readonly disabled?: boolean;
}

interface Props {
  readonly at: { readonly x: number; readonly y: number };
  readonly items: readonly MenuItem[];
  readonly close: () => void;
}

/** A menu at a point of the window; kept inside it. */
export function Menu({ at, items, close }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(at);
  useLayoutEffect(() => {
    const box = element.current?.getBoundingClientRect();
    if (box === undefined) return;
    setPlace({
      x: Math.max(0, Math.min(at.x, window.innerWidth - box.width - 4)),
      y: Math.max(0, Math.min(at.y, window.innerHeight - box.height - 4)),
    });
    element.current?.querySelector('button')?.focus();
  }, [at]);
  useEffect(() => {
    const away = (event: Event): void => {
      if (!(event.target instanceof Node) || element.current?.contains(event.target) !== true) close();
    };
    window.addEventListener('pointerdown', away, true);
    window.addEventListener('blur', away);
    return () => {
      window.removeEventListener('pointerdown', away, true);
      window.removeEventListener('blur', away);
    };
  }, [close]);
  return (
    <div
      ref={element}
      className="menu"
      role="menu"
      style={{ left: place.x, top: place.y }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          step(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
        }
      }}
    >
      {items.map(({ label, choose, startsGroup = false, disabled = false }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          disabled={disabled}
          className={startsGroup ? 'starts-group' : ''}
          onClick={() => {
            close();
            choose();
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function step(menu: HTMLElement, by: number): void {
  const items = [...menu.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
  const at = items.findIndex((item) => item === document.activeElement);
  items[(at + by + items.length) % items.length]?.focus();
}
