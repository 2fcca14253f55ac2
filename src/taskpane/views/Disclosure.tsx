import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { type ReactNode, useId, useState } from 'react';

const useStyles = makeStyles({
  button: {
    justifyContent: 'flex-start',
    textAlign: 'left',
    paddingLeft: 0,
    paddingRight: tokens.spacingHorizontalXS,
    minWidth: 0,
    maxWidth: '100%',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  content: { paddingLeft: tokens.spacingHorizontalM, minWidth: 0 },
});

interface DisclosureProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly isStrong?: boolean;
  readonly isOpenAtFirst?: boolean;
  /** Called when the content is shown. */
  readonly onOpen?: () => void;
}

/** A title that shows and hides what belongs to it. */
export function Disclosure({ title, children, isStrong, isOpenAtFirst = false, onOpen }: DisclosureProps) {
  const styles = useStyles();
  const content = useId();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const toggle = (): void => {
    if (!isOpen) onOpen?.();
    setOpen(!isOpen);
  };
  return (
    <div>
      <Button
        appearance="transparent"
        size="small"
        className={mergeClasses(styles.button, isStrong === true && styles.strong)}
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isOpen}
        aria-controls={content}
        onClick={toggle}
      >
        {title}
      </Button>
      <div id={content} hidden={!isOpen} className={styles.content}>
        {isOpen ? children : null}
      </div>
    </div>
  );
}
