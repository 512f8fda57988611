import { Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import type { Place } from "../../host/OfficeHost";
import { strings } from "../../strings";

const words = strings.document;

type Where = Place["kind"] | "elsewhere";

interface DraftPlaceProps {
  /** Undefined for a document of its own. */
  readonly place: Place | undefined;
  /** Whether this Word can show tracked changes that an add-in puts in. */
  readonly canTrack: boolean;
  readonly onPlace: (place: Place | undefined) => void;
}

const placeOf = (where: Where, name: string): Place | undefined =>
  where === "cursor"
    ? { kind: "cursor" }
    : where === "bookmark"
      ? { kind: "bookmark", name }
      : undefined;

/** In Word: where the sections go that the open document has no content control for. */
export function DraftPlace({ place, canTrack, onPlace }: DraftPlaceProps) {
  const name = place?.kind === "bookmark" ? place.name : "";
  return (
    <>
      <Field label={words.into} hint={canTrack ? words.hereHelp : words.tooOld}>
        <RadioGroup
          value={place?.kind ?? "elsewhere"}
          onChange={(_, { value }) => onPlace(placeOf(value as Where, name))}
        >
          <Radio value="cursor" label={words.here} disabled={!canTrack} />
          <Radio value="bookmark" label={words.bookmark} disabled={!canTrack} />
          <Radio value="elsewhere" label={words.elsewhere} />
        </RadioGroup>
      </Field>
      {place?.kind === "bookmark" && (
        <Field label={words.bookmarkName} required>
          <Input value={name} onChange={(_, data) => onPlace(placeOf("bookmark", data.value))} />
        </Field>
      )}
    </>
  );
}
