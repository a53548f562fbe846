import { useRef, useState } from 'react';

/** One save at a time. `begin` is false while one is on its way: a second Enter, however quick, is no second payment. */
export function useSaving(): { readonly isSaving: boolean; readonly begin: () => boolean; readonly end: () => void } {
  // The state is of the last drawing; two keys can come before the next.
  const isUnderWay = useRef(false);
  const [isSaving, setSaving] = useState(false);
  const put = (value: boolean) => {
    isUnderWay.current = value;
    setSaving(value);
  };
  const begin = () => {
    if (isUnderWay.current) return false;
    put(true);
    return true;
  };
  return { isSaving, begin, end: () => put(false) };
}
