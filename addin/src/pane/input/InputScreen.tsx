import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useCallback, useEffect, useEffectEvent, useState } from "react";
import { describeFailure, type Notice } from "../../api/problems";
import type { Me, Person, Workflow } from "../../api/types";
import { NoticeBar } from "../../components/NoticeBar";
import { ReasonButton } from "../../components/ReasonButton";
import { ResponsibleLine } from "../../components/Responsible";
import { StepFrame } from "../../components/StepFrame";
import { fromMail } from "../../form/fromMail";
import { isEmpty, toForm, type FormValues } from "../../form/model";
import { focusPointer } from "../../form/problems";
import { formatNumber } from "../../format";
import { useActions, useApp, useAppState } from "../../store/context";
import { strings } from "../../strings";
import type { MailSoFar, Place } from "../../host/OfficeHost";
import { bookmarkPointer, DraftPlace } from "./DraftPlace";
import { FieldGroup, groupFields } from "./FieldGroup";
import { FormBar } from "./FormBar";
import { FormSection } from "./FormSection";
import { ListSource, type ListReading, type ReadList } from "./listSource";
import { OwnDocument } from "./OwnDocument";
import { ProblemSummary } from "./ProblemSummary";
import { firstReviewers, mayReview, Reviewers } from "./Reviewers";
import { useRecordForm } from "./useRecordForm";

const words = strings.input;

interface InputScreenProps {
  readonly workflow: Workflow;
  readonly me: Me;
  readonly reviewers: readonly Person[];
  readonly example: boolean;
}

/** The form that the template makes, and the hand-over to the draft. */
export function InputScreen({ workflow, me, reviewers, example }: InputScreenProps) {
  const { submit, readMail, mailLabels } = useActions();
  const { api, host } = useApp().services;
  const { key } = workflow;
  const readList: ReadList = useCallback(
    (field, file, type) => api.importTable(key, field, file, type),
    [api, key],
  );
  const online = useAppState((state) => state.online);
  const first = workflow.examples[0];
  const { fields } = workflow.input;
  const form = useRecordForm(
    workflow,
    me.id,
    example ? first?.record : undefined,
    firstReviewers(workflow, reviewers, me.id),
  );
  const { madeFrom } = form;
  const lists: ListReading = {
    read: readList,
    took: ({ sensitivityLabel }) => {
      if (sensitivityLabel != null) madeFrom(sensitivityLabel);
    },
  };
  const [file, setFile] = useState<File>();
  const [place, setPlace] = useState<Place | undefined>(
    host.document?.canTrack && workflow.output.format === "Document" && workflow.pattern === "Draft"
      ? { kind: "cursor" }
      : undefined,
  );
  const [notice, setNotice] = useState<Notice>();
  const [busy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [before, setBefore] = useState<{ values: FormValues; said: string }>();

  const chosen = form.reviewers.filter((id) =>
    reviewers.some((person) => person.id === id && mayReview(workflow, id, me.id)),
  );
  const needed = workflow.gate.reviewers;
  const reviewerProblem =
    form.tried && chosen.length < needed ? words.tooFewReviewers(needed) : undefined;

  const lacksBookmark = place?.kind === "bookmark" && place.name === "";

  const replace = (values: FormValues, said: string) => {
    setBefore(isEmpty(fields, form.values) ? undefined : { values: form.values, said });
    form.replace(values);
  };
  const load = (index: number) => {
    const picked = workflow.examples[index];
    if (picked) replace(toForm(fields, picked.record), words.exampleLoaded(picked.name));
  };

  const takesMail = host.mail !== undefined && workflow.output.format === "Email";
  const put = (mail: MailSoFar, asked: boolean) => {
    const { values, filled, shortened } = fromMail(workflow, form.values, mail);
    if (filled.length === 0) {
      if (asked) setNotice({ intent: "info", title: strings.mail.nothing, body: "" });
      return;
    }
    const said = [strings.mail.filled(filled.map(({ label }) => label).join(", "))];
    if (shortened?.maxLength != null)
      said.push(strings.mail.shortened(shortened.label, formatNumber(shortened.maxLength)));
    setBefore({ values: form.values, said: said.join(" ") });
    form.replace(values);
  };
  const fill = async () => {
    const mail = await readMail();
    if (mail) put(mail, true);
  };
  // What is there already is not asked for: a form that is begun is left as it is.
  const [fillsAtFirst] = useState(takesMail && !example && !form.restored);
  const putAtFirst = useEffectEvent((mail: MailSoFar) => put(mail, false));
  useEffect(() => {
    if (!fillsAtFirst) return;
    let current = true;
    void readMail().then((mail) => {
      if (current && mail) putAtFirst(mail);
    });
    return () => {
      current = false;
    };
  }, [fillsAtFirst, readMail]);

  const send = async () => {
    setNotice(undefined);
    const problems = await form.check();
    setAttempt((count) => count + 1);
    // Without an answer the submit itself tells what stands in the way.
    if ((problems?.length ?? 0) > 0) return;
    if (chosen.length < needed) {
      focusPointer("/reviewers");
      return;
    }
    if (lacksBookmark) {
      focusPointer(bookmarkPointer);
      return;
    }
    // Without it nothing is started: what Outlook did not tell has been said.
    const labels = await mailLabels();
    if (!labels) return;
    const refused = await submit(
      workflow,
      form.record(),
      chosen,
      place ?? file,
      form.inputSeconds(),
      [...labels, ...form.labels()],
    );
    if (!refused) {
      form.forget();
      return;
    }
    if (refused.fieldProblems.length > 0) form.show(refused.fieldProblems);
    else setNotice(describeFailure(refused));
    setAttempt((count) => count + 1);
  };
  const handOver = () => {
    if (busy) return;
    setBusy(true);
    void send().finally(() => setBusy(false));
  };

  return (
    <StepFrame
      title={words.title}
      lead={words.lead}
      footer={
        <>
          <ResponsibleLine
            duty="Input"
            name={me.name}
            title={workflow.responsibilities.input.title}
          />
          <ReasonButton
            label={workflow.pattern === "Parallel" ? words.goOn : words.submit}
            busyLabel={words.submitting}
            busy={busy}
            reason={online ? undefined : strings.problems.offlineWait}
            onClick={handOver}
          />
        </>
      }
    >
      <FormBar
        form={form}
        workflow={workflow}
        onExample={load}
        onMail={takesMail ? () => void fill() : undefined}
        onClear={() => replace(toForm(fields, undefined), words.cleared)}
      />
      {before && (
        <MessageBar intent="info">
          <MessageBarBody>{before.said}</MessageBarBody>
          <MessageBarActions>
            <Button
              size="small"
              onClick={() => {
                form.replace(before.values);
                setBefore(undefined);
              }}
            >
              {strings.undo}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {notice && <NoticeBar notice={notice} onDismiss={() => setNotice(undefined)} />}
      {form.tried && form.problems.length > 0 && (
        <ProblemSummary problems={form.problems} fields={fields} attempt={attempt} />
      )}
      <ListSource value={lists}>
        {groupFields(workflow).map((group) => (
          <FieldGroup key={group.key} group={group} form={form} />
        ))}
      </ListSource>
      <FormSection label={words.reviewers}>
        <Reviewers
          workflow={workflow}
          people={reviewers}
          authorId={me.id}
          chosen={chosen}
          problem={reviewerProblem}
          onChange={form.setReviewers}
        />
        {workflow.output.format === "Document" && host.document && (
          <DraftPlace
            place={place}
            canTrack={host.document.canTrack}
            problem={form.tried && lacksBookmark ? words.required : undefined}
            onPlace={setPlace}
          />
        )}
        {workflow.output.format === "Document" && !place && (
          <OwnDocument file={file} onFile={setFile} />
        )}
      </FormSection>
    </StepFrame>
  );
}
