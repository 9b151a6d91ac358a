'use client';

import type { ReactNode } from 'react';
import './desk.css';
import './moderation.css';
import './schedule.css';

/** Brings the desk's own styles to every screen. */
export function DeskStyles({ children }: { children: ReactNode }) {
  return children;
}
