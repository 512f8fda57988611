import {
  Button,
  Combobox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Option,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { HandoffView, Person } from "../../api/types";
import { strings } from "../../strings";

const words = strings.review;

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  // Fluent's own least width is more than a narrow pane's dialog has.
  person: { minWidth: 0 },
});

/** Who can take a review over: no author, nobody who reviews it, nobody who has passed it on (the server enforces it; here they are left out). */
export function mayTakeOver(view: HandoffView, people: readonly Person[]): readonly Person[] {
  const out = new Set([
    view.author.id,
    ...view.reviewers.map((person) => person.id),
    ...view.delegations.map((delegation) => delegation.from.id),
  ]);
  return people.filter((person) => !out.has(person.id));
}

interface PassOnDialogProps {
  readonly view: HandoffView;
  readonly reviewers: readonly Person[];
  readonly onPassOn: (to: Person, reason: string) => void;
  readonly onClose: () => void;
}

/** Asks to whom a review goes, and why. Mounted while it is open. */
export function PassOnDialog({ view, reviewers, onPassOn, onClose }: PassOnDialogProps) {
  const styles = useStyles();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<Person>();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const people = mayTakeOver(view, reviewers);
  const wanted = chosen ? "" : search.trim().toLowerCase();
  const found = people.filter((person) =>
    `${person.name} ${person.email ?? ""}`.toLowerCase().includes(wanted),
  );
  const empty = reason.trim() === "";
  const passOn = () => {
    if (!chosen || empty) setTried(true);
    else onPassOn(chosen, reason.trim());
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.passOnTitle}</DialogTitle>
          <DialogContent className={styles.content}>
            {people.length === 0 ? (
              <Text>{words.passOnNobody}</Text>
            ) : (
              <>
                {words.passOnBody}
                <Field
                  label={words.passOnTo}
                  required
                  validationMessage={tried && !chosen ? words.passOnMissing : undefined}
                >
                  <Combobox
                    className={styles.person}
                    placeholder={words.passOnSearch}
                    value={search}
                    selectedOptions={chosen ? [chosen.id] : []}
                    onChange={(event) => {
                      setSearch(event.target.value);
                      setChosen(undefined);
                    }}
                    onOptionSelect={(_, data) => {
                      const person = people.find(({ id }) => id === data.optionValue);
                      setChosen(person);
                      setSearch(person?.name ?? "");
                    }}
                  >
                    {found.map((person) => (
                      <Option key={person.id} value={person.id} text={person.name}>
                        {person.name}
                      </Option>
                    ))}
                    {found.length === 0 && (
                      <Option disabled text={words.passOnNoMatch}>
                        {words.passOnNoMatch}
                      </Option>
                    )}
                  </Combobox>
                </Field>
                <Field
                  label={words.reason}
                  required
                  validationMessage={tried && empty ? words.reasonMissing : undefined}
                >
                  <Textarea
                    value={reason}
                    rows={3}
                    resize="vertical"
                    maxLength={2000}
                    onChange={(_, data) => setReason(data.value)}
                  />
                </Field>
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="secondary" onClick={onClose}>
              {strings.cancel}
            </Button>
            {people.length > 0 && (
              <Button appearance="primary" onClick={passOn}>
                {words.passOnAction}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
