import {
  Badge,
  Button,
  Checkbox,
  makeStyles,
  Text,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import { Keyboard20Regular, LockClosed16Regular, SignatureRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { ChecklistItem, HandoffView, KnownFailure, Workflow } from "../../api/types";
import { LabelLine } from "../../components/LabelLine";
import { ReasonButton } from "../../components/ReasonButton";
import { namesOf, Responsible } from "../../components/Responsible";
import { StepFrame } from "../../components/StepFrame";
import { useActions, useAppState } from "../../store/context";
import { actionOf } from "../../store/state";
import { strings } from "../../strings";
import { ExtentNotice } from "../review/ExtentNotice";
import { KeysDialog } from "../review/KeysDialog";
import { knownOfItem, useKnownFailures } from "../review/known";
import { FailureNote, KnownFailures } from "../review/KnownFailures";
import { ReadOnlyNotice } from "../review/ReadOnlyNotice";
import { Evidence } from "./Evidence";
import { useViewing } from "../review/useViewing";
import { SignAgainDialog } from "./SignAgainDialog";
import { useSignKeys } from "./useSignKeys";

const words = strings.sign;

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  item: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM} ${tokens.spacingHorizontalXS}`,
    minWidth: 0,
  },
  // What is confirmed is never quieter than its evidence.
  check: { "& .fui-Checkbox__label": { color: tokens.colorNeutralForeground1 } },
  below: {
    paddingInlineStart: "32px",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    // In a narrow pane the evidence needs the width more than the indent.
    "@media (max-width: 360px)": { paddingInlineStart: tokens.spacingHorizontalS },
  },
  badge: { alignSelf: "flex-start" },
  confirmation: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
  },
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  // In a narrow pane the signature, with what stands in its way, has a line of its own.
  row: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    alignItems: "flex-start",
  },
  back: { flexShrink: 0, whiteSpace: "nowrap" },
  count: { display: "block", paddingBottom: tokens.spacingVerticalS },
});

interface SignScreenProps {
  readonly view: HandoffView;
  readonly workflow: Workflow | undefined;
}

/** The checklist with the evidence beside each item, the sentence, and the signature. */
export function SignScreen({ view, workflow }: SignScreenProps) {
  const styles = useStyles();
  const { sign, navigate } = useActions();
  const busy = useAppState((state) => state.busy);
  const online = useAppState((state) => state.online);
  const me = useAppState((state) => state.me);
  const [helping, setHelping] = useState(false);
  const [signingAgain, setSigning] = useState(false);
  const minutes = view.rigor.freshSignInMinutes;
  const { on, turn, list, button } = useSignKeys(() => setHelping(true));
  useViewing(view);
  const signing = actionOf(view, "Sign");
  const known = useKnownFailures(view.workflow.key);
  const asked = view.checklist.filter((item) => item.nonNegotiable || !view.extent?.isReduced);
  const confirmed = asked.filter((item) => item.confirmedByMe).length;
  const duty = view.responsibilities.find((candidate) => candidate.duty === "Release");
  const reason = signing.allowed ? undefined : (signing.reason ?? strings.actionUnknown);
  return (
    <StepFrame
      title={words.title}
      lead={words.lead}
      top={
        <Text role="status" size={200} className={styles.count}>
          {words.confirmed(confirmed, asked.length)}
          {view.requiredSignatures > 1 &&
            `, ${words.signatures(view.signatures.length, view.requiredSignatures)}`}
        </Text>
      }
      footer={
        <>
          <Responsible duty="Release" view={view} />
          <LabelLine view={view} />
          <div className={styles.row}>
            <ReasonButton
              ref={button}
              inRow
              label={words.action}
              busyLabel={words.signing}
              busy={busy.has("sign")}
              icon={<SignatureRegular />}
              reason={online ? reason : strings.problems.offlineWait}
              onClick={() => (minutes == null ? void sign() : setSigning(true))}
            />
            <Button
              className={styles.back}
              onClick={() => navigate({ screen: "handoff", id: view.id })}
            >
              {words.toReview}
            </Button>
            <Tooltip content={strings.review.keys} relationship="label">
              <Button
                appearance="subtle"
                icon={<Keyboard20Regular />}
                onClick={() => setHelping(true)}
              />
            </Tooltip>
          </div>
        </>
      }
    >
      {!actionOf(view, "Attest").allowed && <ReadOnlyNotice view={view} />}
      <ExtentNotice view={view} />
      {known.isMissing && <KnownFailures known={known} workflow={workflow} />}
      <ul ref={list} className={styles.list}>
        {asked.map((item) => (
          <Item
            key={item.id}
            item={item}
            view={view}
            workflow={workflow}
            known={knownOfItem(known.failures, item.id)}
          />
        ))}
      </ul>
      <section className={styles.section} aria-label={words.confirmation}>
        <h2 className={styles.heading}>{words.confirmation}</h2>
        <blockquote className={styles.confirmation}>{view.confirmation}</blockquote>
        {duty && (
          <Text size={200} className={styles.quiet}>
            {duty.people.some((person) => person.id === me?.id)
              ? words.becomesYours(duty.title)
              : words.becomes(namesOf(duty), duty.title)}
          </Text>
        )}
      </section>
      {view.viewing && (view.viewing.tooFast || view.viewing.seenPercent < 100) && (
        <Text size={200} className={styles.quiet}>
          {words.viewing(view.viewing)}
        </Text>
      )}
      {signingAgain && minutes != null && (
        <SignAgainDialog
          minutes={minutes}
          name={me?.name ?? ""}
          onClose={() => setSigning(false)}
          onSign={(meaning) => {
            setSigning(false);
            void sign(meaning);
          }}
        />
      )}
      {helping && (
        <KeysDialog list={words.keyList} on={on} onTurn={turn} onClose={() => setHelping(false)} />
      )}
    </StepFrame>
  );
}

interface ItemProps extends SignScreenProps {
  readonly item: ChecklistItem;
  /** What it let pass before. */
  readonly known: KnownFailure | undefined;
}

function Item({ item, view, workflow, known }: ItemProps) {
  const styles = useStyles();
  const { confirm } = useActions();
  // Shows the tick at once; the server's answer then confirms it or takes it back.
  const [pending, setPending] = useState<boolean>();
  const me = useAppState((state) => state.me);
  const attest = actionOf(view, "Attest");
  const others = item.confirmations
    .filter((confirmation) => confirmation.person.id !== me?.id)
    .map((confirmation) => confirmation.person.name);
  return (
    <li className={styles.item} data-checklist-id={item.id}>
      <Checkbox
        className={attest.allowed ? styles.check : undefined}
        label={<bdi>{item.text}</bdi>}
        checked={pending ?? item.confirmedByMe}
        disabled={!attest.allowed}
        onChange={(_, data) => {
          const ticked = data.checked === true;
          setPending(ticked);
          void confirm(item.id, ticked).finally(() => setPending(undefined));
        }}
      />
      <div className={styles.below}>
        {item.nonNegotiable && (
          <Badge
            className={styles.badge}
            appearance="tint"
            color="informative"
            icon={<LockClosed16Regular />}
          >
            {words.nonNegotiable}
          </Badge>
        )}
        <FailureNote failure={known} />
        <Evidence kind={item.evidence} view={view} workflow={workflow} />
        {others.length > 0 && (
          <Text size={200} className={styles.quiet}>
            {words.alsoBy(others.join(", "))}
          </Text>
        )}
      </div>
    </li>
  );
}
