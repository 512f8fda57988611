import type { Client } from "openapi-fetch";
import type { Call } from "./call";
import type { paths } from "./schema";
import type { Practice, Training } from "./types";

/** Practising on a workflow, and who has. */
export interface TrainingApi {
  training(key: string, version?: number): Promise<Training>;
  /** Begins a practice, or goes on with the one that is not finished. */
  startPractice(key: string, version?: number): Promise<Practice>;
  answerPractice(id: string, sentence: string, isWrong: boolean): Promise<Practice>;
  finishPractice(id: string): Promise<Practice>;
}

export const training = (client: Client<paths>, call: Call): TrainingApi => ({
  training: (key, version) =>
    call(() =>
      client.GET("/api/v1/workflows/{key}/training", {
        params: { path: { key }, query: version === undefined ? {} : { version } },
      }),
    ),
  startPractice: (key, version) =>
    call(() =>
      client.POST("/api/v1/workflows/{key}/practices", {
        params: { path: { key } },
        body: version === undefined ? {} : { version },
      }),
    ),
  answerPractice: (practiceId, sentence, isWrong) =>
    call(() =>
      client.PUT("/api/v1/practices/{practiceId}/answers/{sentence}", {
        params: { path: { practiceId, sentence } },
        body: { isWrong },
      }),
    ),
  finishPractice: (practiceId) =>
    call(() =>
      client.POST("/api/v1/practices/{practiceId}/finish", { params: { path: { practiceId } } }),
    ),
});
