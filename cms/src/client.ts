'use client';

export { MentionFeatureClient } from './mention/feature-client.ts';
