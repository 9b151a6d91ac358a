import type { ServerResponse } from 'node:http';
import { escapeHtml } from '@dateline/shared/html';

/** Answers with one sentence, where no page of the site can say it. */
export function sayPlainly(res: ServerResponse, status: number, sentence: string): void {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status}</title><p>${escapeHtml(sentence)}</p></html>`;
  res.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(html) });
  res.end(res.req.method === 'HEAD' ? undefined : html);
}
