import { Input } from 'antd';
import type { ComponentProps } from 'react';
import styles from './growing-text.module.css';

type Props = Omit<ComponentProps<typeof Input.TextArea>, 'autoSize' | 'className' | 'rows'>;

/**
 * A text field that grows with its text. By style sheet: the library's own way measures with a style attribute, which
 * the CSP refuses.
 */
export function GrowingText(props: Props) {
  return <Input.TextArea {...props} rows={2} className={styles.growing ?? ''} />;
}
