import type { Workbench } from './workbench';
import { WORDS } from './words';

/** What Excel, or the file, had against the last action; until it is read. */
export function MessageBar({ workbench }: { readonly workbench: Workbench }) {
  const { lang, message } = workbench;
  if (message === null) return null;
  return (
    <div className={`message ${message.kind}`} role={message.kind === 'problem' ? 'alert' : 'status'}>
      <span>{message.text[lang]}</span>
      <button
        type="button"
        onClick={() => {
          workbench.say(null);
        }}
      >
        {WORDS.dismiss[lang]}
      </button>
    </div>
  );
}
