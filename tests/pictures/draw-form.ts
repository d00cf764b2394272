import { escapeHtml } from './escape-html.ts';

/** A form as a person has it before them, on either platform. */
export type FormDrawn = {
  readonly title: string;
  readonly fields: readonly {
    readonly label: string;
    readonly hint: string;
    readonly value: string;
    readonly isMenu: boolean;
  }[];
  readonly close: string;
  readonly send: string;
};

/** The form as HTML; each style sheet gives it the look of its platform. */
export const formAsHtml = ({ title, fields, close, send }: FormDrawn): string => `<div class="form">
<h2>${escapeHtml(title)}</h2>
${fields
  .map(
    ({ label, hint, value, isMenu }) =>
      `<label><b>${escapeHtml(label)}</b><small>${escapeHtml(hint)}</small>` +
      `<p class="field">${escapeHtml(value)}${isMenu ? '<i>▾</i>' : ''}</p></label>`,
  )
  .join('\n')}
<nav><button>${escapeHtml(close)}</button><button class="send">${escapeHtml(send)}</button></nav>
</div>`;
