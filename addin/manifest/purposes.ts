/** What a set of manifests is for. */
export const purposes = ["development", "admin", "store"] as const;

export type Purpose = (typeof purposes)[number];

/** What Outlook lets a person do while the handler cannot answer; named as in MS-OWEMXML, section 2.3.67. */
export type SendMode = "Block" | "SoftBlock";

interface PurposeFacts {
  /** The add-ins' ids. Every purpose has its own, so that one can stand beside another in the same mailbox. */
  readonly ids: { readonly unified: string; readonly mail: string; readonly word: string };
  readonly sendMode: SendMode;
}

export const facts: Readonly<Record<Purpose, PurposeFacts>> = {
  development: {
    ids: {
      unified: "00c72bfc-b1c2-4d58-bbba-8d8ab958f4b1",
      mail: "aaf05924-8494-40cd-a0f3-f32d4b9a21ba",
      word: "bca68d5f-5799-4eb4-bab0-c6f8067e0c33",
    },
    // With Block, a development server that does not run would keep the developer's whole mailbox from sending.
    sendMode: "SoftBlock",
  },
  admin: {
    ids: {
      unified: "bcdb323c-0271-41b6-9856-603e0330cf6b",
      mail: "111e7adb-ffbf-4c3a-a696-ba5b09cc003b",
      word: "2657c2f8-cf92-4426-ba6f-d6f89a81f82b",
    },
    sendMode: "Block",
  },
  store: {
    ids: {
      unified: "292f6910-1933-4b48-8523-288642b82668",
      mail: "e84db287-4453-4283-853a-3661a32528f7",
      word: "2bfa73c6-2564-4b57-bece-219c6ff9d228",
    },
    // The store refuses Block (learn.microsoft.com, "Handle OnMessageSend and OnAppointmentSend events", Deploy to users).
    sendMode: "SoftBlock",
  },
};
