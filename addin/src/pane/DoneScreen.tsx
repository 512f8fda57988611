import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import { ArrowDownload20Regular, Checkmark16Regular, Copy16Regular } from "@fluentui/react-icons";
import { useEffect, useState, type ReactNode } from "react";
import { asApiError } from "../api/problems";
import type { HandoffView, HistoryEntry, Person } from "../api/types";
import { ReasonButton } from "../components/ReasonButton";
import { Responsible } from "../components/Responsible";
import { StepFrame } from "../components/StepFrame";
import { formatDuration, formatInstant } from "../format";
import { useActions, useApp, useAppState } from "../store/context";
import { actionOf } from "../store/state";
import { strings } from "../strings";
import { IntoMail, PlaceButton, useOpenMail } from "./done/IntoMail";
import { SealButton, SealedHere, TakeBackButton, useIsOpenHere } from "./done/OpenDocument";
import { Outcomes } from "./done/Outcomes";
import { PickList } from "./done/PickList";
import { maySend, SendButton, Sending, sendingOutcome } from "./done/Sending";

const words = strings.done;

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  facts: {
    display: "grid",
    gridTemplateColumns: "minmax(88px, max-content) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    alignItems: "baseline",
  },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: "anywhere", minWidth: 0 },
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  history: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  entry: {
    display: "flex",
    flexDirection: "column",
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  bars: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  bar: {
    height: "8px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralStroke1,
    minWidth: "4px",
    "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
  },
  mine: {
    backgroundColor: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
  barHead: { display: "flex", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
});

interface Outcome {
  readonly intent: "success" | "info" | "warning" | "error";
  readonly title: string;
  readonly body: string;
}

function outcomeOf(view: HandoffView, me: Person | undefined, now: Date): Outcome {
  if (view.delivery != null) return sendingOutcome(view, view.delivery, me);
  switch (view.state) {
    case "Released":
      return { intent: "success", ...words.released };
    case "Rejected":
      return { intent: "warning", ...words.rejected };
    case "RevertedToManual":
      return { intent: "info", ...words.manual };
    case "Withdrawn":
      return { intent: "info", ...words.withdrawn };
    default:
      return view.seal != null && new Date(view.seal.expiresAt) < now
        ? { intent: "warning", ...words.expired }
        : { intent: "success", ...words.approved };
  }
}

/** How it ended, and the way out for what is approved. */
export function DoneScreen({ view }: { readonly view: HandoffView }) {
  const { release, navigate } = useActions();
  const busy = useAppState((state) => state.busy.has("release"));
  const online = useAppState((state) => state.online);
  const me = useAppState((state) => state.me);
  const outcome = outcomeOf(view, me, new Date());
  // Whoever released it gets the same file again under the same key; for everybody else it has left.
  const mine = view.state === "Released" && view.release?.by.id === me?.id;
  const sent = view.delivery != null;
  const sendsMail = useAppState(
    (state) => state.boot.status === "ready" && state.boot.value.sendsMail,
  );
  const sending = maySend(view, me?.id, sendsMail);
  const leaving = view.state === "Approved" || (mine && !sent);
  const mail = useOpenMail(view);
  const sealing = useIsOpenHere(view);
  const placing = mail?.mode === "compose" && mail.canHold;
  const allowed = actionOf(view, "Release");
  return (
    <StepFrame
      title={outcome.title}
      footer={
        <>
          <Responsible duty="Release" view={view} />
          {sealing && <SealButton view={view} />}
          <TakeBackButton view={view} />
          {placing && <PlaceButton view={view} />}
          {sending && !placing && <SendButton view={view} />}
          {leaving && !placing && (
            <ReasonButton
              label={view.state === "Released" ? words.again : words.release}
              busyLabel={words.releasing}
              busy={busy}
              appearance={view.state === "Released" || sending || sealing ? "secondary" : "primary"}
              icon={<ArrowDownload20Regular />}
              reason={
                online
                  ? allowed.allowed || mine
                    ? undefined
                    : (allowed.reason ?? strings.actionUnknown)
                  : strings.problems.offlineWait
              }
              onClick={() => void release()}
            />
          )}
          <PickList view={view} />
          {view.state !== "Approved" && (
            <Button
              appearance={
                view.state === "Released" && !sending && !placing ? "primary" : "secondary"
              }
              onClick={() => navigate({ screen: "home" })}
            >
              {words.another}
            </Button>
          )}
        </>
      }
    >
      <MessageBar intent={outcome.intent} layout="multiline">
        <MessageBarBody>{outcome.body}</MessageBarBody>
      </MessageBar>
      {mail && <IntoMail view={view} mail={mail} />}
      <SealedHere view={view} />
      {sending && view.delivery != null && <Sending delivery={view.delivery} />}
      <SealFacts view={view} />
      <Outcomes view={view} />
      <Timing view={view} />
      <History view={view} />
    </StepFrame>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  );
}

function SealFacts({ view }: { readonly view: HandoffView }) {
  const styles = useStyles();
  const { seal, release } = view;
  if (seal == null) return null;
  const names = seal.reviewers.map((reviewer) => reviewer.name).join(", ");
  return (
    <section className={styles.section} aria-label={words.sealedBy(names)}>
      <h2 className={styles.heading}>{words.sealedBy(names)}</h2>
      <dl className={styles.facts}>
        <Fact term={words.sealedAt}>{formatInstant(seal.issuedAt)}</Fact>
        {seal.ground !== "Review" && <Fact term={words.ground}>{words.grounds[seal.ground]}</Fact>}
        {release == null && <Fact term={words.validUntil}>{formatInstant(seal.expiresAt)}</Fact>}
        {release != null && (
          <>
            <Fact
              term={words.releasedBy}
            >{`${release.by.name}, ${formatInstant(release.at)}`}</Fact>
            <Fact term={words.file}>{release.fileName}</Fact>
          </>
        )}
        <Fact term={words.digest}>
          <Digest value={seal.fileDigest} />
        </Fact>
      </dl>
    </section>
  );
}

function Digest({ value }: { readonly value: string }) {
  const styles = useStyles();
  const [copied, setCopied] = useState(false);
  const short = value.length > 20 ? `${value.slice(0, 12)}…${value.slice(-4)}` : value;
  return (
    <>
      <span className={styles.mono} title={value}>
        {short}
      </span>{" "}
      <Tooltip content={copied ? words.copied : words.copyDigest} relationship="label">
        <Button
          size="small"
          appearance="subtle"
          icon={copied ? <Checkmark16Regular /> : <Copy16Regular />}
          onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}
        />
      </Tooltip>
    </>
  );
}

function Timing({ view }: { readonly view: HandoffView }) {
  const styles = useStyles();
  const { timing } = view;
  if (timing.totalSeconds == null) return null;
  const byHand = timing.baselineMinutes * 60;
  const difference = byHand - timing.totalSeconds;
  const longest = Math.max(byHand, timing.totalSeconds, 1);
  const verdict =
    Math.abs(difference) < 30
      ? words.same
      : difference > 0
        ? words.saves(formatDuration(difference))
        : words.costs(formatDuration(-difference));
  const bar = (label: string, seconds: number, className: string) => (
    <div>
      <div className={styles.barHead}>
        <Text size={200}>{label}</Text>
        <Text size={200}>{formatDuration(seconds)}</Text>
      </div>
      <div className={className} style={{ width: `${String((seconds / longest) * 100)}%` }} />
    </div>
  );
  return (
    <section className={styles.section} aria-label={words.time}>
      <h2 className={styles.heading}>{words.time}</h2>
      <Text>{verdict}</Text>
      <div className={styles.bars}>
        {bar(words.took, timing.totalSeconds, mergeClasses(styles.bar, styles.mine))}
        {bar(words.byHand, byHand, styles.bar)}
      </div>
      <Text size={200} className={styles.quiet}>
        {[
          timing.draftSeconds == null
            ? ""
            : `${words.drafted} ${formatDuration(timing.draftSeconds)}`,
          timing.reviewSeconds == null
            ? ""
            : `${words.reviewed} ${formatDuration(timing.reviewSeconds)}`,
        ]
          .filter(Boolean)
          .join(", ")}
      </Text>
    </section>
  );
}

function History({ view }: { readonly view: HandoffView }) {
  const styles = useStyles();
  const { api } = useApp().services;
  const [entries, setEntries] = useState<readonly HistoryEntry[] | "failed">();
  useEffect(() => {
    let current = true;
    api.history(view.id).then(
      (loaded) => current && setEntries(loaded),
      (error: unknown) => {
        asApiError(error);
        if (current) setEntries("failed");
      },
    );
    return () => {
      current = false;
    };
  }, [api, view.id, view.etag]);
  return (
    <section className={styles.section} aria-label={words.history}>
      <h2 className={styles.heading}>{words.history}</h2>
      {entries === undefined && <Spinner size="tiny" aria-label={strings.loading} />}
      {entries === "failed" && <Text size={200}>{words.historyFailed}</Text>}
      {Array.isArray(entries) && (
        <ol className={styles.history}>
          {entries.map((entry: HistoryEntry) => (
            <li key={entry.sequence} className={styles.entry}>
              <Text>{words.happened[entry.kind]}</Text>
              <Text size={200} className={styles.quiet}>
                {`${entry.actor.name}, ${formatInstant(entry.at)}`}
              </Text>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
