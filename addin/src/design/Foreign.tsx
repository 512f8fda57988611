import { useLoaded } from "../components/useLoaded";
import { NoticeBar } from "../components/NoticeBar";
import { StepFrame } from "../components/StepFrame";
import { Waiting } from "../components/Waiting";
import { useApp } from "../store/context";
import { strings } from "../strings";
import { formatAnyOf } from "../format";

const words = strings.design.foreign;

/** Who designs workflows, for whoever came by a link. */
export function Foreign({ title }: { readonly title: string }) {
  const { api } = useApp().services;
  const [designers] = useLoaded(() => api.people("Designer"));
  return (
    <StepFrame title={title}>
      {designers.status === "loading" && <Waiting blocks={1} />}
      {designers.status === "failed" && <NoticeBar notice={designers.notice} />}
      {designers.status === "ready" && (
        <NoticeBar
          notice={{
            intent: "info",
            title: words.title,
            body:
              designers.value.length > 0 ? words.body(formatAnyOf(designers.value)) : words.nobody,
          }}
        />
      )}
    </StepFrame>
  );
}
