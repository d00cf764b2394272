import type { SlackGroup } from '#adapters/slack/slack-directory.ts';
import type { Form } from '#command/form.ts';

const GROUP = /^<!subteam\^(S[A-Z0-9]+)>$/;

/** The form with the user group that stands in it by its id and handle; with none where Slack does not tell of it. */
export const withGroupNames = (form: Form, groups: readonly SlackGroup[]): Form => ({
  ...form,
  fields: form.fields.map((field) => {
    if (field.kind !== 'group') return field;
    const { value, ...empty } = field;
    const standing = groups.find(({ id }) => id === GROUP.exec(value ?? '')?.[1]);
    if (standing === undefined) return empty;
    const { id, handle } = standing;
    return { ...field, value: id, choices: [{ value: id, label: `@${handle}` }] };
  }),
});
