import { Field, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { useEffect } from "react";
import { controlId } from "../../form/problems";
import { useLoaded } from "../../components/useLoaded";
import type { Place } from "../../host/OfficeHost";
import { useActions } from "../../store/context";
import { strings } from "../../strings";

const words = strings.document;

/** Where the choice of a bookmark is found, as the fields of the record are. */
export const bookmarkPointer = "/bookmark";

type Where = Place["kind"] | "elsewhere";

interface DraftPlaceProps {
  /** Undefined for a document of its own. */
  readonly place: Place | undefined;
  /** Whether this Word can show tracked changes that an add-in puts in. */
  readonly canTrack: boolean;
  /** What is wrong with the bookmark. */
  readonly problem: string | undefined;
  readonly onPlace: (place: Place | undefined) => void;
}

const placeOf = (where: Where, name: string): Place | undefined =>
  where === "cursor"
    ? { kind: "cursor" }
    : where === "bookmark"
      ? { kind: "bookmark", name }
      : undefined;

interface BookmarkProps {
  readonly name: string;
  readonly problem: string | undefined;
  readonly onName: (name: string) => void;
}

/** A bookmark of the open document. Who sets one in Word finds it when the pane has the focus again. */
function Bookmark({ name, problem, onName }: BookmarkProps) {
  const { bookmarks } = useActions();
  const [names, reload] = useLoaded(bookmarks);
  useEffect(() => {
    addEventListener("focus", reload);
    return () => removeEventListener("focus", reload);
  }, [reload]);
  const known = names.status === "ready" ? names.value : undefined;
  const all = known ?? [];
  return (
    <Field
      label={words.bookmarkName}
      required
      hint={known?.length === 0 ? words.noBookmark : undefined}
      validationMessage={problem}
    >
      <Select
        id={controlId(bookmarkPointer)}
        value={name}
        disabled={all.length === 0}
        onChange={(_, data) => onName(data.value)}
      >
        <option value="" />
        {all.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Select>
    </Field>
  );
}

/** In Word: where the sections go that the open document has no content control for. */
export function DraftPlace({ place, canTrack, problem, onPlace }: DraftPlaceProps) {
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
        <Bookmark
          name={name}
          problem={problem}
          onName={(chosen) => onPlace(placeOf("bookmark", chosen))}
        />
      )}
    </>
  );
}
