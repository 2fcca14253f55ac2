import { useAnnounce } from '@fluentui/react-components';
import { useEffect } from 'react';
import { stageText } from '../texts/pane';
import { usePane, useText } from './pane-context';

/** Says to screen readers what others see: messages, and each stage of what is under way. */
export function Announcements() {
  const { announce } = useAnnounce();
  const messages = usePane('messages');
  const work = usePane('work');
  const text = useText();
  const last = messages.at(-1);
  const said = last === undefined ? '' : text(last.texts);
  const isUrgent = last?.intent === 'error';
  useEffect(() => {
    if (said !== '') announce(said, { alert: isUrgent });
  }, [announce, said, isUrgent]);
  const progress = work?.progress ?? null;
  const stage = progress === null ? '' : text(stageText(progress));
  useEffect(() => {
    if (stage !== '') announce(stage, { batchId: 'stage' });
  }, [announce, stage]);
  return null;
}
