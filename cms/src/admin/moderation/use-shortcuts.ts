'use client';

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { actOf, type KeyAct } from './keys.ts';

const stored = 'dateline-moderation-keys';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
    ? !(target instanceof HTMLInputElement && target.type === 'checkbox')
    : false;

const changes = new EventTarget();

function follow(onChange: () => void): () => void {
  changes.addEventListener('change', onChange);
  return () => changes.removeEventListener('change', onChange);
}

/** Listens for keys while they are on, which whoever does not want them can change (WCAG 2.1.4), and it is remembered. */
export function useShortcuts(act: (act: KeyAct) => void) {
  const isOn = useSyncExternalStore(
    follow,
    () => localStorage.getItem(stored) !== 'off',
    () => true,
  );
  const press = useEffectEvent((event: KeyboardEvent) => {
    const wanted = actOf(event, isTyping(event.target));
    if (!wanted) return;
    event.preventDefault();
    act(wanted);
  });
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOn]);
  const turn = (on: boolean) => {
    localStorage.setItem(stored, on ? 'on' : 'off');
    changes.dispatchEvent(new Event('change'));
  };
  return { isOn, turn };
}
