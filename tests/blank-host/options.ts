import type { NewsroomOptions } from '@dateline/cms';

/** What the config and the newsroom's work are both told. */
export const options: NewsroomOptions = { publicURL: 'http://localhost:4321', mail: { from: 'news@newsroom.example' } };
