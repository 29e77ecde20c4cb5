import { Component } from "preact";
import { fillIn } from "../../i18n/fillIn.ts";
import type { OutcomeStrings } from "../../i18n/types.ts";
import type { CorsRequest } from "../../rules/index.ts";
import { codeOf, type Form, formsOf } from "./copies.ts";

interface Props {
  request: CorsRequest;
  t: OutcomeStrings;
}

interface State {
  copied?: { form: Form; request: CorsRequest } | undefined;
}

/** Copies the request as code. */
export class Copies extends Component<Props, State> {
  state: State = {};

  copy = async (form: Form) => {
    const { request } = this.props;
    await navigator.clipboard.writeText(codeOf(form, request));
    this.setState({ copied: { form, request } });
  };

  render({ request, t }: Props, { copied }: State) {
    const isCopied = copied && JSON.stringify(copied.request) === JSON.stringify(request);
    return (
      <fieldset class="copies">
        <legend>{t.copies}</legend>
        {formsOf(request).map((form) => (
          <button type="button" class="plain" onClick={() => this.copy(form)}>
            {form}
          </button>
        ))}
        <span class="note" role="status">
          {isCopied && fillIn(t["copies.done"], { form: copied.form })}
        </span>
      </fieldset>
    );
  }
}
