import { Field, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { useEffect } from "react";
import { NoticeBar } from "../../components/NoticeBar";
import { controlId } from "../../form/problems";
import { useLoaded } from "../../components/useLoaded";
import type { OpenDocument, Place } from "../../host/OfficeHost";
import { strings } from "../../strings";

const words = strings.document;

/** Where the choice of a bookmark is found, as the fields of the record are. */
export const bookmarkPointer = "/bookmark";

type Where = Place["kind"] | "elsewhere";

interface DraftPlaceProps {
  /** Undefined for a document of its own. */
  readonly place: Place | undefined;
  readonly document: OpenDocument;
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
  readonly document: OpenDocument;
  readonly problem: string | undefined;
  readonly onName: (name: string) => void;
}

/** A bookmark of the open document. Who sets one in Word finds it when the pane has the focus again. */
function Bookmark({ name, document, problem, onName }: BookmarkProps) {
  const [names, reload] = useLoaded(() => document.bookmarks());
  useEffect(() => {
    addEventListener("focus", reload);
    return () => removeEventListener("focus", reload);
  }, [reload]);
  if (names.status === "failed") return <NoticeBar notice={names.notice} />;
  const all = names.status === "ready" ? names.value : [];
  const isEmpty = names.status === "ready" && all.length === 0;
  return (
    <Field
      label={words.bookmarkName}
      required
      hint={isEmpty ? words.noBookmark : undefined}
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
export function DraftPlace({ place, document, problem, onPlace }: DraftPlaceProps) {
  const { canTrack } = document;
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
          document={document}
          problem={problem}
          onName={(chosen) => onPlace(placeOf("bookmark", chosen))}
        />
      )}
    </>
  );
}
