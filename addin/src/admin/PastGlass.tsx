import { Link } from "@fluentui/react-components";
import { formatInstant } from "../format";
import { useApp } from "../store/context";
import { formatRoute } from "../store/route";
import { strings } from "../strings";
import { Row, Rows, Section } from "./Section";
import { useLoaded } from "../components/useLoaded";

const words = strings.administration.glass;

/** Each approval without its review, from the ledger. */
export function PastGlass() {
  const { api } = useApp().services;
  const [state, reload] = useLoaded(() => api.brokenGlass());
  return (
    <Section title={words.title} lead={words.lead} state={state} onRetry={reload}>
      {(broken) => (
        <Rows items={broken} empty={words.empty}>
          {(one) => (
            <Row
              key={`${one.handoff} ${one.at}`}
              title={
                <Link href={formatRoute({ screen: "handoff", id: one.handoff })}>
                  {one.subject}
                </Link>
              }
              facts={[
                words.row(one.by.name, formatInstant(one.at), one.minutes),
                words.open(one.undecided, one.itemsOpen, one.blocking),
              ]}
            />
          )}
        </Rows>
      )}
    </Section>
  );
}
